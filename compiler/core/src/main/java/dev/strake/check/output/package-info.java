/** What the compiler does not do yet. */
@NullMarked
package dev.strake.check.output;

import org.jspecify.annotations.NullMarked;
