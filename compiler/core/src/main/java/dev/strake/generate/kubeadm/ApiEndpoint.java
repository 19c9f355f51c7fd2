package dev.strake.generate.kubeadm;

/** Where a node's own API server listens. */
record ApiEndpoint(String advertiseAddress, int bindPort) {}
