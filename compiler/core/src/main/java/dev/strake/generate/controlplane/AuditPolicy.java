package dev.strake.generate.controlplane;

import dev.strake.resolve.NamedFiles;
import dev.strake.source.SourceFile;
import dev.strake.spec.ApiServer.Audit;
import dev.strake.value.RelativePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the API server notes of requests: the user's file as it is, or ours. */
final class AuditPolicy {

  private AuditPolicy() {}

  static String of(Audit audit, NamedFiles files) {
    RelativePath policy = audit.policy();
    return policy == null
        ? ours()
        : files
            .file(policy)
            .map(SourceFile::text)
            .orElseThrow(() -> new IllegalStateException("nobody has read " + policy));
  }

  /** Explains itself: reviewers read it on every control plane. */
  static String ours() {
    try (InputStream file = AuditPolicy.class.getResourceAsStream("audit-policy.yaml")) {
      if (file == null) {
        throw new IllegalStateException("there is no audit-policy.yaml");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
