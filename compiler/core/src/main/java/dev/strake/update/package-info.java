/** What the API server refuses of an object that it has, when it is asked to change it. */
@NullMarked
package dev.strake.update;

import org.jspecify.annotations.NullMarked;
