package dev.strake;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyReader;
import dev.strake.yaml.NodePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Policies that users wrote: documents of our own kind among their manifests. */
final class OwnPolicies {

  static final Code DUPLICATE_ID = Code.error("policy/duplicate-id");

  private static final NodePath NAME = NodePath.of("metadata", "name");

  private OwnPolicies() {}

  /** Whether a document is one, and so neither judged nor applied itself. */
  static boolean is(Manifest manifest) {
    return manifest.ref().apiVersion().equals(PolicyReader.API_VERSION)
        && manifest.ref().kind().equals(PolicyReader.KIND);
  }

  /** Those among some documents that are none. */
  static List<Manifest> without(List<Manifest> manifests) {
    return manifests.stream().filter(manifest -> !is(manifest)).toList();
  }

  /**
   * The policies among some documents; one with a mistake is reported and withheld.
   *
   * @param taken ids of policies that there are already
   */
  static List<CompiledPolicy> read(
      List<Manifest> manifests, Set<String> taken, DiagnosticSink sink) {
    // A compiler of expressions is slow to make, and most repositories have no policies.
    List<Manifest> written = manifests.stream().filter(OwnPolicies::is).toList();
    if (written.isEmpty()) {
      return List.of();
    }
    PolicyReader reader = new PolicyReader();
    Set<String> others = new HashSet<>(taken);
    Map<String, Manifest> own = new HashMap<>();
    List<CompiledPolicy> policies = new ArrayList<>();
    for (Manifest manifest : written) {
      Checked<CompiledPolicy> policy = reader.read(manifest.root());
      policy.diagnostics().forEach(sink::report);
      policy
          .asOptional()
          .filter(read -> isNew(read.policy().id(), manifest, others, own, sink))
          .ifPresent(policies::add);
    }
    return policies;
  }

  private static boolean isNew(
      String id,
      Manifest manifest,
      Set<String> others,
      Map<String, Manifest> own,
      DiagnosticSink sink) {
    Manifest first = own.putIfAbsent(id, manifest);
    if (first != null) {
      sink.report(
          manifest
              .finding(DUPLICATE_ID, NAME, "there is a policy %s already".formatted(id))
              .withRelated(first.place(NAME), "here")
              .withHelp("give it another name"));
    } else if (others.contains(id)) {
      sink.report(
          manifest
              .finding(DUPLICATE_ID, NAME, "Strake has a policy %s of its own".formatted(id))
              .withHelp(
                  "give it another name; spec.policies has severities, parameters and exceptions"
                      + " for Strake's"));
    }
    return first == null && !others.contains(id);
  }
}
