/** Storage classes. */
@NullMarked
package dev.strake.check.storage;

import org.jspecify.annotations.NullMarked;
