package dev.strake.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.policy.Policy;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The profiles are the levels of the Pod Security Standards: each check of either level is a
 * policy, and none that another overrides is part of restricted.
 *
 * @see <a
 *     href="https://github.com/kubernetes/pod-security-admission/tree/v0.36.2/policy">pod-security-admission</a>
 */
final class PodSecurityLevelsTest {

  private static final Set<String> BASELINE =
      Set.of(
          "app-armor-profile",
          "capabilities-baseline",
          "host-namespaces",
          "host-path-volumes",
          "host-ports",
          "host-probes-and-host-lifecycle",
          "privileged",
          "proc-mount",
          "se-linux-options",
          "seccomp-profile-baseline",
          "sysctls",
          "windows-host-process");

  private static final Set<String> RESTRICTED =
      Set.of(
          "allow-privilege-escalation",
          "capabilities-restricted",
          "proc-mount-restricted",
          "restricted-volumes",
          "run-as-non-root",
          "run-as-user",
          "seccomp-profile-restricted");

  /** By the check of restricted, the one of baseline that need not be asked then. */
  private static final Map<String, String> OVERRIDES =
      Map.of(
          "capabilities-restricted", "capabilities-baseline",
          "proc-mount-restricted", "proc-mount",
          "restricted-volumes", "host-path-volumes",
          "seccomp-profile-restricted", "seccomp-profile-baseline");

  private static final Map<String, Policy> POLICIES =
      BuiltInPolicies.load().stream()
          .map(compiled -> compiled.policy())
          .filter(policy -> policy.id().startsWith("pod-security/"))
          .collect(Collectors.toMap(p -> p.id().split("/", 2)[1], Function.identity()));

  private static Set<String> ofProfile(String profile) {
    return Stream.concat(BASELINE.stream(), RESTRICTED.stream())
        .filter(name -> POLICIES.get(name).profiles().contains(profile))
        .collect(Collectors.toSet());
  }

  @Test
  void baselineIsTheChecksOfThatLevel() {
    assertEquals(BASELINE, ofProfile("baseline"));
  }

  @Test
  void restrictedIsBothLevelsWithoutWhatIsOverridden() {
    Set<String> expected =
        Stream.concat(BASELINE.stream(), RESTRICTED.stream())
            .filter(name -> !OVERRIDES.containsValue(name))
            .collect(Collectors.toSet());
    assertEquals(expected, ofProfile("restricted"));
  }

  /** Otherwise a run under restricted would pass where one under baseline fails. */
  @Test
  void whatOverridesWeighsNoLess() {
    OVERRIDES.forEach(
        (stricter, overridden) ->
            assertTrue(
                POLICIES.get(stricter).severity().compareTo(POLICIES.get(overridden).severity())
                    <= 0,
                stricter));
  }
}
