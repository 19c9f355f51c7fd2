package dev.strake.sync.agent;

import dev.strake.sync.telemetry.EventLog.Level;
import dev.strake.sync.webhook.PushHint;
import dev.strake.sync.webhook.WebhookHost;
import dev.strake.sync.webhook.WebhookListener;
import java.util.Map;
import java.util.Optional;

/** Leads announced pushes to the repositories that are followed. */
record PushedRepositories(Agent agent, Journal journal) implements WebhookListener {

  @Override
  public void pushed(WebhookHost host, PushHint hint) {
    agent.pushed(hint);
  }

  @Override
  public void answered(Optional<WebhookHost> host, int status, String why) {
    String name = host.map(WebhookHost::id).orElse("none");
    journal.metrics().webhook(name, status);
    journal.note(
        status < 400 ? Level.DEBUG : Level.WARN,
        "webhook answered",
        Map.of("host", name, "status", Integer.toString(status), "why", why));
  }
}
