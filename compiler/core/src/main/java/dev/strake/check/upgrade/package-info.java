/** How machines are emptied for the next release. */
@NullMarked
package dev.strake.check.upgrade;

import org.jspecify.annotations.NullMarked;
