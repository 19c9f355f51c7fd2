/**
 * What the components of the control plane are started with, and the files that they read beside
 * what kubeadm writes: the same on every control plane.
 */
@NullMarked
package dev.strake.generate.controlplane;

import org.jspecify.annotations.NullMarked;
