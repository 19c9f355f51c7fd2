/**
 * How a machine becomes a node, and stays what the spec says: bootstrap.sh of every node, and the
 * certificates that nodes get beside kubeadm's own.
 */
@NullMarked
package dev.strake.generate.node;

import org.jspecify.annotations.NullMarked;
