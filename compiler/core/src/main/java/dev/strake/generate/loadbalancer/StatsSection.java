package dev.strake.generate.loadbalancer;

/** HAProxy's own page and metrics. Without a password, so on loopback only. */
record StatsSection(Listener bind) implements HaproxySection {

  @Override
  public void writeTo(HaproxyText text) {
    text.section("frontend", "stats");
    text.line("bind", bind.toString());
    text.line("mode", "http");
    text.line("option", "httplog");
    text.line(
        "http-request", "use-service", "prometheus-exporter", "if", "{", "path", "/metrics", "}");
    text.line("stats", "enable");
    text.line("stats", "uri", "/stats");
    text.line("stats", "refresh", "10s");
  }
}
