/** Lists whose entries say again what others of them said. */
@NullMarked
package dev.strake.check.entry;

import org.jspecify.annotations.NullMarked;
