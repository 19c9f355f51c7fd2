package dev.strake.generate.loadbalancer;

/**
 * HAProxy's own page, its metrics for Prometheus, and what keepalived's check asks for. Without a
 * password, so on loopback only; without a log, because somebody asks every other second.
 */
record StatsSection(SocketAddress bind) implements HaproxySection {

  /** The path of the page; with {@code ;csv} behind it, a table for programs. */
  static final String PAGE = "/stats";

  @Override
  public void writeTo(HaproxyText text) {
    text.section("frontend", "stats");
    text.line("bind", bind.toString());
    text.line("mode", "http");
    text.line("no", "log");
    text.line(
        "http-request", "use-service", "prometheus-exporter", "if", "{", "path", "/metrics", "}");
    text.line("stats", "enable");
    text.line("stats", "uri", PAGE);
    text.line("stats", "refresh", "10s");
  }
}
