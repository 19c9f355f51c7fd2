/** Small HTTP servers for strangers' requests: bounded in threads, time and bytes. */
@NullMarked
package dev.strake.sync.serve;

import org.jspecify.annotations.NullMarked;
