package dev.strake.sync.agent;

import dev.strake.sync.serve.Handler;
import dev.strake.sync.serve.Reply;
import dev.strake.sync.serve.Request;
import dev.strake.sync.telemetry.AgentMetrics;

/** For probes and Prometheus. */
record StatusPages(Agent agent, AgentMetrics metrics) implements Handler {

  @Override
  public Reply answer(Request request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return Reply.of(405, "only GET");
    }
    return switch (request.path()) {
      // That it answers at all is all that a restart could mend.
      case "/healthz" -> Reply.of(200, "ok");
      case "/readyz" ->
          agent.isReady() ? Reply.of(200, "ok") : Reply.of(503, "not every repository is fetched");
      case "/metrics" -> new Reply(200, AgentMetrics.contentType(), metrics.text());
      default -> Reply.of(404, "not found");
    };
  }
}
