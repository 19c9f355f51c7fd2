package dev.strake.policy;

import dev.strake.cel.CelResult;
import dev.strake.join.PodSecurity;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.yaml.NodePath;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges pods by the levels of Pod Security, whichever policies a run has selected. */
final class PodSecurityLevels implements PodSecurity {

  private static final String CATEGORY = "pod-security/";
  private static final Pattern VERSION = Pattern.compile("v1\\.(?<minor>[0-9]{1,4})");

  private final List<CompiledPolicy> checks;
  private final PodTemplatePaths pods;
  private final int kubernetesMinor;

  /**
   * @param policies all there are
   */
  PodSecurityLevels(
      Collection<CompiledPolicy> policies, PodTemplatePaths pods, int kubernetesMinor) {
    this.checks =
        policies.stream()
            .filter(policy -> policy.policy().id().startsWith(CATEGORY))
            .sorted(Comparator.comparing(policy -> policy.policy().id()))
            .toList();
    this.pods = pods;
    this.kubernetesMinor = kubernetesMinor;
  }

  @Override
  public List<Breach> breaches(Manifest object, String level, String version) {
    Optional<NodePath> podSpec = pods.find(object).map(template -> template.key("spec"));
    if (podSpec.isEmpty()) {
      return List.of();
    }
    ObjectView view = new ObjectView(object, podSpec, minor(version));
    return checks.stream()
        .filter(check -> check.policy().profiles().contains(level))
        .flatMap(check -> PolicyVerdict.against(view, check).stream())
        // What an expression cannot judge is said where the policy itself is asked.
        .filter(verdict -> verdict.result() instanceof CelResult.Bool)
        .map(verdict -> new Breach(verdict.path(), verdict.message()))
        .toList();
  }

  /** A server takes a version that it does not know yet for its own. */
  private int minor(String version) {
    Matcher matcher = VERSION.matcher(version);
    return matcher.matches()
        ? Math.min(kubernetesMinor, Integer.parseInt(matcher.group("minor")))
        : kubernetesMinor;
  }
}
