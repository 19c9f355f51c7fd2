package dev.strake.sync.health.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.health.Health;
import dev.strake.sync.health.HealthRules;
import dev.strake.sync.health.HealthStatus;
import dev.strake.sync.object.KubernetesObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody reads who has to repair it. */
class ExplainerTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static final KubernetesObject WEB =
      Yaml.object(
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: web, namespace: shop, uid: u-web}
          spec:
            replicas: 2
            progressDeadlineSeconds: 600
            selector:
              matchLabels: {app: web}
              matchExpressions:
              - {key: tier, operator: In, values: [front, edge]}
              - {key: canary, operator: DoesNotExist}
          status:
            conditions:
            - {type: Available, status: "False", reason: MinimumReplicasUnavailable, message: too few}
            - {type: Progressing, status: "False", reason: ProgressDeadlineExceeded, message: late}
            - {type: ReplicaFailure, status: "False"}
          """);

  private static KubernetesObject pod(String name, String status) {
    return Yaml.object(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %1$s, namespace: shop, uid: u-%1$s, labels: {app: web, tier: front}}
        status: %2$s
        """
            .formatted(name, status));
  }

  private static HealthExplanation explain(
      KubernetesObject object, List<KubernetesObject> pods, List<KubernetesObject> events) {
    Health health = HealthRules.honest(List.of()).of(object, NOW);
    return new Explainer(SecretMask.NONE, pods, events).explain(object, health, NOW);
  }

  private static List<String> troubles(String status) {
    return explain(WEB, List.of(pod("p", status)), List.of()).pods();
  }

  @Test
  void aDeploymentIsExplainedByItsConditionsItsPodsAndTheirEvents() {
    String pulling =
        """
        {phase: Pending, containerStatuses: [{name: app, state: {waiting: \
        {reason: ImagePullBackOff, message: 'Back-off pulling image "shop/web:2"'}}}]}
        """;
    List<KubernetesObject> events =
        Yaml.objects(
            """
            kind: Event
            involvedObject: {uid: u-web}
            type: Normal
            reason: ScalingReplicaSet
            message: Scaled up to 2
            count: 1
            lastTimestamp: "2026-11-23T11:59:30Z"
            ---
            kind: Event
            regarding: {uid: u-web-b}
            type: Warning
            reason: Failed
            note: 'Failed to pull image "shop/web:2"'
            series: {count: 7, lastObservedTime: "2026-11-23T11:50:00.123456Z"}
            ---
            kind: Event
            involvedObject: {uid: u-web-a}
            type: Warning
            reason: Failed
            message: 'Failed to pull image "shop/web:2"'
            count: 5
            lastTimestamp: "2026-11-23T11:55:00Z"
            ---
            kind: Event
            involvedObject: {uid: u-other}
            type: Warning
            reason: Elsewhere
            message: of somebody else
            """);
    assertEquals(
        """
        Deployment shop/web: Failed, ProgressDeadlineExceeded: late
          condition Available=False, MinimumReplicasUnavailable: too few
          condition Progressing=False, ProgressDeadlineExceeded: late
          2 pods, as web-a: container app: ImagePullBackOff: Back-off pulling image "shop/web:2"
          event Failed, 12 times, 5 min ago: Failed to pull image "shop/web:2"
          event ScalingReplicaSet, 30 s ago: Scaled up to 2\
        """,
        String.join(
            "\n",
            explain(WEB, List.of(pod("web-b", pulling), pod("web-a", pulling)), events).lines()));
  }

  @Test
  void aCrashLoopTellsHowTheContainerEnded() {
    assertEquals(
        List.of(
            "pod p: container app: CrashLoopBackOff, restarted 7 times, exited with code 137"
                + " (OOMKilled)"),
        troubles(
            """
            {phase: Running, containerStatuses: [{name: app, restartCount: 7, \
            state: {waiting: {reason: CrashLoopBackOff, message: back-off 5m0s}}, \
            lastState: {terminated: {exitCode: 137, reason: OOMKilled}}}]}
            """));
    assertEquals(
        List.of("pod p: init container a: CrashLoopBackOff, restarted 1 time, exited with code 1"),
        troubles(
            """
            {phase: Pending, initContainerStatuses: [{name: a, restartCount: 1, \
            state: {waiting: {reason: CrashLoopBackOff}}, \
            lastState: {terminated: {exitCode: 1, reason: Error, message: 'password=x'}}}], \
            containerStatuses: [{name: app, state: {waiting: {reason: PodInitializing}}}]}
            """));
  }

  @Test
  void aPodWithoutANodeTellsWhyNoneTakesIt() {
    assertEquals(
        List.of("pod p: Unschedulable: 0/3 nodes are available: 3 Insufficient memory."),
        troubles(
            """
            {phase: Pending, conditions: [{type: PodScheduled, status: "False", \
            reason: Unschedulable, message: '0/3 nodes are available: 3 Insufficient memory.'}]}
            """));
  }

  @Test
  void otherTroublesAreToldToo() {
    assertEquals(
        List.of("pod p: Evicted: The node was low on memory"),
        troubles("{phase: Failed, reason: Evicted, message: The node was low on memory}"));
    assertEquals(
        List.of("pod p: container app: exited with code 2"),
        troubles(
            "{phase: Running, containerStatuses: [{name: app, state: {terminated: {exitCode: 2,"
                + " reason: Error}}}]}"));
    assertEquals(
        List.of("pod p: container app: runs and is not ready, restarted 3 times"),
        troubles(
            "{phase: Running, containerStatuses: [{name: app, ready: false, restartCount: 3,"
                + " state: {running: {}}}]}"));
    assertEquals(
        List.of("pod p: container app: CreateContainerConfigError: secret \"x\" not found"),
        troubles(
            "{phase: Pending, containerStatuses: [{name: app, state: {waiting: {reason:"
                + " CreateContainerConfigError, message: 'secret \"x\" not found'}}}]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{phase: Running, conditions: [{type: Ready, status: 'True'}]}",
        "{phase: Succeeded, containerStatuses: [{name: a, state: {terminated: {exitCode: 0}}}]}",
        "{phase: Pending, containerStatuses: [{name: a, state: {waiting: "
            + "{reason: ContainerCreating}}}]}",
        "{phase: Pending, initContainerStatuses: [{name: a, state: {terminated: {exitCode: 0}}}]}",
      })
  void whatIsAsItShouldBeIsNotTold(String status) {
    assertEquals(List.of(), troubles(status));
  }

  @Test
  void podsOfOthersAreNotItsOwn() {
    String bad = "{phase: Failed, reason: Bad}";
    String text =
        """
        kind: Pod
        metadata: {name: x, namespace: %s, labels: {%s}}
        status: {phase: Failed, reason: Bad}
        """;
    List<KubernetesObject> others =
        List.of(
            Yaml.object(text.formatted("bank", "app: web, tier: front")),
            Yaml.object(text.formatted("shop", "app: api, tier: front")),
            Yaml.object(text.formatted("shop", "app: web")),
            Yaml.object(text.formatted("shop", "app: web, tier: back")),
            Yaml.object(text.formatted("shop", "app: web, tier: edge, canary: '1'")));
    assertEquals(List.of(), explain(WEB, others, List.of()).pods());
    assertEquals(List.of("pod p: Bad"), explain(WEB, List.of(pod("p", bad)), List.of()).pods());
    KubernetesObject service = Yaml.object("{apiVersion: v1, kind: Service, metadata: {name: a}}");
    assertEquals(List.of(), explain(service, List.of(pod("p", bad)), List.of()).pods());
  }

  @Test
  void aPodIsExplainedByItself() {
    KubernetesObject pod = pod("p", "{phase: Failed, reason: Evicted}");
    assertEquals(List.of("pod p: Evicted"), explain(pod, List.of(), List.of()).pods());
  }

  @Test
  void secretsAreMaskedWhereverTheyAreQuoted() {
    SecretMask mask =
        SecretMask.of(
            Yaml.objects("{apiVersion: v1, kind: Secret, stringData: {p: 'open sesame'}}"));
    KubernetesObject object =
        Yaml.object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: shop, uid: u-p}
            status:
              phase: Failed
              reason: Denied
              message: with open sesame
              conditions: [{type: Ready, status: "False", reason: Refused, message: not open sesame}]
            """);
    List<KubernetesObject> events =
        Yaml.objects(
            "{kind: Event, involvedObject: {uid: u-p}, reason: Ran, message: login open sesame}");
    Health health = HealthRules.honest(List.of()).of(object, NOW);
    HealthExplanation explanation =
        new Explainer(mask, List.of(), events).explain(object, health, NOW);
    String text = explanation.lines() + explanation.toString();
    assertFalse(text.contains("sesame"), text);
    assertTrue(explanation.events().get(0).endsWith("login ***"), text);
    assertEquals("with ***", explanation.health().message());
  }

  @Test
  void aNameIsToldAlsoIfASecretHoldsTheSameWord() {
    SecretMask mask =
        SecretMask.of(Yaml.objects("{apiVersion: v1, kind: Secret, stringData: {user: postgres}}"));
    KubernetesObject pod =
        pod("postgres-0", "{phase: Failed, reason: Denied, message: user postgres is unknown}");
    assertEquals(
        List.of("pod postgres-0: Denied: user *** is unknown"),
        new Explainer(mask, List.of(pod), List.of()).explain(WEB, Health.NOT_FOUND, NOW).pods());
  }

  @Test
  void anObjectThatWasNeverCreatedHasNoEvents() {
    KubernetesObject object = Yaml.object("{apiVersion: v1, kind: Pod, metadata: {name: p}}");
    List<KubernetesObject> events = Yaml.objects("{kind: Event, reason: Stray, message: stray}");
    assertEquals(List.of(), explain(object, List.of(), events).events());
  }

  @Test
  void textsOfTheClusterCannotSteerATerminal() {
    assertEquals("a [31mred b", OneLine.of("a\u001b[31mred\r\n\tb"));
    assertEquals("a b", OneLine.of("a\u202Eb"));
    assertEquals(400, OneLine.of("x".repeat(1000)).length());
    assertEquals("x".repeat(400), OneLine.of("x".repeat(400)));
    assertTrue(OneLine.of("😀".repeat(500)).endsWith("😀…"));
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 0 s",
    "0, 0 s",
    "119, 119 s",
    "120, 2 min",
    "7199, 119 min",
    "7200, 2 h",
    "172799, 47 h",
    "172800, 2 d"
  })
  void spansAreShort(long seconds, String text) {
    assertEquals(text, Span.of(Duration.ofSeconds(seconds)));
  }

  @Test
  void healthOfSomethingElseIsTakenAsItIs() {
    HealthExplanation explanation =
        new Explainer(SecretMask.NONE, List.of(), List.of()).explain(WEB, Health.NOT_FOUND, NOW);
    assertEquals(HealthStatus.NOT_FOUND, explanation.health().status());
    assertEquals(
        "Deployment shop/web: NotFound, NotFound: it is not there", explanation.lines().get(0));
  }
}
