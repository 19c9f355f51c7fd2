/** Snapshots and backups that would not be there when they are needed. */
@NullMarked
package dev.strake.check.backup;

import org.jspecify.annotations.NullMarked;
