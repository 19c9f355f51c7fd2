/** Work that all of the machine's cores can share, with the same result as if one had done it. */
@NullMarked
package dev.strake.parallel;

import org.jspecify.annotations.NullMarked;
