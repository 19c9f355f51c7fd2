package dev.strake.generate.kubeadm;

/**
 * Where kubeadm finds changes to what it would write.
 *
 * @param directory must exist on the host
 */
record Patches(String directory) {}
