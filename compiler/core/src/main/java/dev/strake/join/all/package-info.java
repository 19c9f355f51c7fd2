/** All policies that are about many objects, in one list. */
@NullMarked
package dev.strake.join.all;

import org.jspecify.annotations.NullMarked;
