/** The machines and members that a cluster cannot lose. */
@NullMarked
package dev.strake.check.controlplane;

import org.jspecify.annotations.NullMarked;
