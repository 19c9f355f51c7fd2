package dev.strake.generate.kubeadm;

/**
 * A command line flag.
 *
 * @param name without dashes
 */
record Argument(String name, String value) {}
