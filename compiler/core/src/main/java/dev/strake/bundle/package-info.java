/** What a compilation produces, as values, and the only code that writes it to a disk. */
@NullMarked
package dev.strake.bundle;

import org.jspecify.annotations.NullMarked;
