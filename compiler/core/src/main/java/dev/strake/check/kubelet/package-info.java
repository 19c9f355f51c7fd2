/** The kubelet's settings, as it judges them itself when it starts. */
@NullMarked
package dev.strake.check.kubelet;

import org.jspecify.annotations.NullMarked;
