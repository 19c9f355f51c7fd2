package dev.strake.generate.loadbalancer;

/** One API server. */
record Server(String name, SocketAddress address) {}
