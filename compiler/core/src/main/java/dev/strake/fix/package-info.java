/** Applies the fixes that findings carry, and proves that each mends its finding and no more. */
@NullMarked
package dev.strake.fix;

import org.jspecify.annotations.NullMarked;
