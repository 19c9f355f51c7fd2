/** Hosts over SSH: keys that are known, and nothing else that SSH can do. */
@NullMarked
package dev.strake.sync.host.ssh;

import org.jspecify.annotations.NullMarked;
