package dev.strake.sync.webhook;

import dev.strake.sync.serve.Request;
import java.time.Instant;
import java.util.List;

/** One way to prove where a request comes from. Every secret is tried, whether or not one fits. */
interface RequestProof {
  Proof of(Request request, List<WebhookSecret> secrets, Instant now);
}
