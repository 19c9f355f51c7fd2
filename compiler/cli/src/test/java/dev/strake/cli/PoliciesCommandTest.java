package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesCommandTest {

  private static final String POLICY =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata:
        name: shop/tags
      spec:
        title: No container runs the tag latest
        severity: high
        rationale: Nobody knows what runs.
        remediation: write a version
        profiles: [default]
        scope: object
        match:
          kinds: [PodBearing]
        forEach: containers
        validations:
          - expression: "!container.image.endsWith(':latest')"
            message: the tag latest
            at: image
      """;

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: registry.example.com/web:TAG
      """;

  private static final String GUILTY = POD.replace("TAG", "latest #~ shop/tags");

  @TempDir private Path folder;

  private Repository repository;

  @BeforeEach
  void emptyRepository() {
    repository =
        new Repository(folder)
            .with("shop/tags/policy.yaml", POLICY)
            .with("shop/tags/pass/pod.yaml", POD.replace("TAG", "1.4"))
            .with("shop/tags/fail/pod.yaml", GUILTY);
  }

  private CommandRun test() {
    return CommandRun.of("policies", "test", folder.toString());
  }

  @Test
  void casesThatProveTheirPolicyAreFine() {
    assertEquals(
        new CommandRun(ExitCode.CLEAN, "ok      shop/tags (2 cases)\n1 policy, 0 failed\n", ""),
        test());
  }

  @Test
  void whatIsFoundAndWhatIsMarkedAreComparedBothWays() {
    repository
        .with("shop/tags/pass/pod.yaml", POD.replace("TAG", "latest"))
        .with("shop/tags/fail/pod.yaml", POD.replace("TAG", "1.4 #~ shop/tags"));

    CommandRun run = test();

    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(run.out().contains("FAILED  shop/tags (2 cases)\n"), run.out());
    assertTrue(run.out().contains("not expected: shop/tags/pass/pod.yaml:8:14"), run.out());
    assertTrue(run.out().contains("not found: shop/tags/fail/pod.yaml:8 shop/tags"), run.out());
  }

  @Test
  void aCaseThatTestsNothingIsAFailure() {
    repository.with(
        "shop/tags/pass/pod.yaml",
        POD.replaceFirst("(?s) {4}- name.*", "").stripTrailing() + " []\n");

    CommandRun run = test();

    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(
        run.out().contains("validation 1 can never hold, and no case in pass/ notices"), run.out());
  }

  @Test
  void aTypoIsAnErrorAtItsPlace() {
    repository.with("shop/tags/policy.yaml", POLICY.replace("endsWith", "endWith"));

    CommandRun run = test();

    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(run.out().contains("shop/tags/policy.yaml:16:37"), run.out());
  }

  @Test
  void aFolderWithoutPoliciesIsWrongUsage(@TempDir Path empty) {
    CommandRun run = CommandRun.of("policies", "test", empty.toString());

    assertEquals(ExitCode.USAGE, run.exitCode());
  }

  @Test
  void ofEachPolicyItIsSaidWhichGatesItHas() {
    String list = CommandRun.of("policies", "list").out();

    assertTrue(
        list.lines().anyMatch(l -> l.matches("pod-security/privileged +critical +admission .*")),
        list);
    assertTrue(list.lines().anyMatch(l -> l.matches("rbac/role-exists +high +merge .*")), list);
    CommandRun show = CommandRun.of("policies", "show", "rbac/role-exists");
    assertEquals(ExitCode.CLEAN, show.exitCode());
    assertTrue(show.out().startsWith("# A binding gives a role that is there\n"), show.out());
    assertEquals(ExitCode.USAGE, CommandRun.of("policies", "show", "rbac/none").exitCode());
  }
}
