/** The virtual address that the control planes themselves carry, by kube-vip as a static pod. */
@NullMarked
package dev.strake.generate.kubevip;

import org.jspecify.annotations.NullMarked;
