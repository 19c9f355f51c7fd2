/** Backups, and what they cover. */
@NullMarked
package dev.strake.join.backup;

import org.jspecify.annotations.NullMarked;
