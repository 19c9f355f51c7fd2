package dev.strake.generate.loadbalancer;

import org.jspecify.annotations.Nullable;

/**
 * The process as a whole.
 *
 * @param maxConnections of all clients together
 * @param user whom the process becomes once its ports are open; null to stay who started it
 */
record GlobalSection(int maxConnections, @Nullable String user) implements HaproxySection {

  @Override
  public void writeTo(HaproxyText text) {
    text.section("global");
    // To the service manager's journal: a chroot or a missing syslog cannot lose it.
    text.line("log", "stdout", "format", "short", "daemon", "info");
    text.line("maxconn", Integer.toString(maxConnections));
    if (user != null) {
      text.line("user", user);
      text.line("group", user);
    }
  }
}
