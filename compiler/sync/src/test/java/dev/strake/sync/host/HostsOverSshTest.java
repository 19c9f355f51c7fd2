package dev.strake.sync.host;

import static dev.strake.bundle.HostRole.CONTROL_PLANE;
import static dev.strake.bundle.HostRole.LOAD_BALANCER;
import static dev.strake.bundle.HostRole.WORKER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.bundle.Host;
import dev.strake.sync.host.HostOutcome.Result;
import dev.strake.sync.host.ssh.SshTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts with real OpenSSH servers; only what bootstrap.sh would make of the machine is missing. */
class HostsOverSshTest {

  @TempDir private Path folder;
  private SshLab lab;
  private SshHost balancer;
  private SshHost first;
  private SshHost second;
  private SshHost worker;

  @BeforeEach
  void build() throws Exception {
    lab = new SshLab(folder);
    balancer = lab.add("lb-1", LOAD_BALANCER);
    balancer.with(
        "check-apiserver.sh", "[[ ! -e /var/lib/no-server ]] || { echo no >&2; exit 1; }\n");
    first = lab.add("cp-1", CONTROL_PLANE);
    second = lab.add("cp-2", CONTROL_PLANE);
    worker = lab.add("worker-1", WORKER);
    worker.with("kubeadm.yaml", "a: 1\n").with("files/etc/a.conf", "old\n");
    lab.knowAll();
  }

  @AfterEach
  void switchOff() throws Exception {
    if (lab != null) {
      lab.switchOff();
    }
  }

  private static List<HostAction> actions(List<PlannedHost> plan) {
    return plan.stream().map(PlannedHost::action).toList();
  }

  private static List<Result> results(HostReport report) {
    return report.outcomes().stream().map(HostOutcome::result).toList();
  }

  private static String message(HostReport report, int host) {
    return report.outcomes().get(host).message();
  }

  private void succeed() throws Exception {
    HostReport report = lab.roll();
    assertTrue(report.isComplete(), () -> text(report));
  }

  private static String text(HostReport report) {
    return String.join(
        "\n", report.outcomes().stream().flatMap(o -> HostText.lines(o).stream()).toList());
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    for (int i = 0; i < 200 && !condition.call(); i++) {
      Thread.sleep(50);
    }
    assertTrue(condition.call());
  }

  @Test
  void aNewClusterComesUpInOrderAndThenStaysAsItIs() throws Exception {
    assertEquals(
        List.of(
            HostAction.BOOTSTRAP, HostAction.BOOTSTRAP, HostAction.BOOTSTRAP, HostAction.BOOTSTRAP),
        actions(lab.plan()));
    SaidLines said = new SaidLines();
    HostReport report = lab.roll(said);

    assertTrue(report.isComplete(), () -> text(report));
    assertEquals(List.of(Result.DONE, Result.DONE, Result.DONE, Result.DONE), results(report));
    assertEquals(List.of("lb-1", "cp-1", "cp-2", "worker-1"), lab.journal());
    assertEquals(
        List.of(
            "worker-1: copying 6 files",
            "worker-1: running bootstrap.sh",
            "worker-1| bootstrapping as node",
            "worker-1| Done.",
            "worker-1: waiting until it works",
            "worker-1 done"),
        said.lines().stream().filter(line -> line.startsWith("worker-1")).toList());
    assertEquals(worker.host().digest() + "\n", worker.read("strake/applied/node"));

    HostReport again = lab.roll();
    assertEquals(
        List.of(Result.CURRENT, Result.CURRENT, Result.CURRENT, Result.CURRENT), results(again));
    assertEquals(4, lab.journal().size());
  }

  @Test
  @Tag("slow")
  void onlyWhatHasChangedIsCopied() throws Exception {
    succeed();
    FileTime then = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));
    Files.setLastModifiedTime(worker.path("strake/node/kubeadm.yaml"), then);
    worker.with("files/etc/a.conf", "new\n").with("files/etc/b/c.conf", "more\n").without("x");
    worker.write("strake/node/left.behind", "by somebody");

    PlannedHost planned = lab.plan().get(3);
    assertEquals(HostAction.UPDATE, planned.action());
    assertEquals(
        List.of("~ files/etc/a.conf", "+ files/etc/b/c.conf", "- left.behind"), planned.files());
    succeed();

    assertEquals("new\n", worker.read("strake/node/files/etc/a.conf"));
    assertEquals("more\n", worker.read("strake/node/files/etc/b/c.conf"));
    assertFalse(Files.exists(worker.path("strake/node/left.behind")));
    assertEquals(then, Files.getLastModifiedTime(worker.path("strake/node/kubeadm.yaml")));
    assertEquals(List.of("lb-1", "cp-1", "cp-2", "worker-1", "worker-1"), lab.journal());
  }

  @Test
  @Tag("slow")
  void aHostThatIsDownStopsThoseAfterIt() throws Exception {
    first.off();
    assertEquals(
        List.of(
            HostAction.BOOTSTRAP,
            HostAction.UNREACHABLE,
            HostAction.BOOTSTRAP,
            HostAction.BOOTSTRAP),
        actions(lab.plan()));
    HostReport report = lab.roll();

    assertEquals(
        List.of(Result.DONE, Result.UNREACHABLE, Result.LEFT, Result.LEFT), results(report));
    assertTrue(message(report, 1).contains("does not answer"), message(report, 1));
    assertTrue(report.hasUnreachable() && report.blocksObjects());
    assertEquals(List.of("lb-1"), lab.journal());

    first.on();
    succeed();
    assertEquals(List.of("lb-1", "cp-1", "cp-2", "worker-1"), lab.journal());
  }

  @Test
  @Tag("slow")
  void aChangedKeyIsAnotherHost() throws Exception {
    succeed();
    worker.off();
    worker.newKey("ed25519");
    worker.with("kubeadm.yaml", "a: 2\n").on();
    HostReport report = lab.roll();

    assertEquals(Result.UNREACHABLE, results(report).get(3));
    assertTrue(
        message(report, 3).matches("its key SHA256:\\S+ is not the one that .* nothing was sent"),
        message(report, 3));
    assertEquals("a: 1\n", worker.read("strake/node/kubeadm.yaml"));
    assertFalse(report.blocksObjects());
  }

  @Test
  @Tag("slow")
  void anUnknownHostIsNotTrustedTheFirstTime() throws Exception {
    Files.writeString(lab.knownHosts(), balancer.known("ed25519"));
    List<PlannedHost> plan = lab.plan();
    assertEquals(HostAction.BOOTSTRAP, plan.get(0).action());
    assertEquals(HostAction.UNREACHABLE, plan.get(1).action());
    assertTrue(plan.get(1).note().contains("known_hosts does not know it: its key is SHA256:"));
  }

  @Test
  @Tag("slow")
  void aRevokedKeyIsRefused() throws Exception {
    Files.writeString(
        lab.knownHosts(), balancer.known("ed25519") + "@revoked " + balancer.known("ed25519"));
    String note = lab.plan().get(0).note();
    assertTrue(note.contains(" is revoked in "), note);
  }

  @Test
  @Tag("slow")
  void aHostWithSeveralKeysShowsTheOneThatIsKnown() throws Exception {
    worker.off();
    worker.newKey("rsa");
    worker.newKey("ecdsa");
    worker.on();
    for (String type : List.of("ed25519", "rsa", "ecdsa")) {
      Files.writeString(lab.knownHosts(), worker.known(type));
      assertEquals(HostAction.BOOTSTRAP, lab.plan().get(3).action(), type);
    }
  }

  @Test
  @Tag("slow")
  void whoHasNoKeyIsNotLetIn() throws Exception {
    Files.writeString(folder.resolve("client.pub"), "");
    assertTrue(lab.plan().get(0).note().startsWith("it does not let us in: "));
  }

  @Test
  @Tag("slow")
  void aFullDiskLeavesWhatWasThere() throws Exception {
    succeed();
    worker.off();
    worker.fillDisk();
    worker.on();
    String before = worker.listing();
    worker.with("files/large", "0123456789abcdef".repeat(20_000));
    HostReport report = lab.roll();

    assertEquals(Result.FAILED, results(report).get(3));
    assertTrue(message(report, 3).startsWith("its files do not arrive: "), message(report, 3));
    assertEquals(before, worker.listing());
    assertEquals(HostAction.UPDATE, lab.plan().get(3).action());
  }

  @Test
  void aFailureStopsTheRolloutAndIsToldWithItsLastLines() throws Exception {
    first.write("fail", "the disk is on fire");
    HostReport report = lab.roll();

    assertEquals(List.of(Result.DONE, Result.FAILED, Result.LEFT, Result.LEFT), results(report));
    assertEquals(
        "its bootstrap.sh ended with status 3:\nbootstrapping as node\nerror: the disk is on fire",
        message(report, 1));
    assertEquals("its last run ended with status 3", lab.plan().get(1).note());

    Files.delete(first.path("fail"));
    succeed();
    assertEquals(List.of("lb-1", "cp-1", "cp-2", "worker-1"), lab.journal());
  }

  @Test
  @Tag("slow")
  void aSyncThatDiesIsTakenUpByTheNext() throws Exception {
    first.write("hold", "");
    ExecutorService background = Executors.newSingleThreadExecutor();
    List<PlannedHost> plan = lab.plan();
    SshTransport dying = lab.transport();
    Future<HostReport> died =
        background.submit(() -> SshLab.rollout(dying).run(lab.hosts(), plan, new SaidLines()));
    until(() -> first.read("runs").contains("begin"));
    dying.close();
    assertEquals(Result.UNREACHABLE, results(died.get()).get(1));
    background.shutdown();

    assertEquals(HostAction.FOLLOW, lab.plan().get(1).action());
    SaidLines said = new SaidLines();
    HostReport report = lab.roll(new Releasing(said, first.path("hold")));

    assertTrue(report.isComplete(), () -> text(report));
    assertTrue(said.lines().contains("cp-1: waiting for the run that is under way"));
    assertTrue(said.lines().contains("cp-1| Done."));
    assertEquals("begin\n", first.read("runs"));
    assertEquals(List.of("lb-1", "cp-1", "cp-2", "worker-1"), lab.journal());
  }

  /** Lets a host go on once it is waited for. */
  private record Releasing(SaidLines said, Path hold) implements HostListener {

    @Override
    public void began(PlannedHost host, String what) {
      said.began(host, what);
      if (what.startsWith("waiting for the run")) {
        try {
          Files.delete(hold);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    @Override
    public void said(PlannedHost host, String line) {
      said.said(host, line);
    }

    @Override
    public void ended(HostOutcome outcome) {
      said.ended(outcome);
    }
  }

  @Test
  @Tag("slow")
  void aPowerCutInMidRunIsTakenUpByTheNext() throws Exception {
    first.write("hold", "");
    ExecutorService background = Executors.newSingleThreadExecutor();
    Future<HostReport> cut = background.submit(() -> lab.roll());
    until(() -> first.read("runs").contains("begin"));
    first.off();
    assertEquals(Result.UNREACHABLE, results(cut.get()).get(1));
    background.shutdown();

    Files.delete(first.path("hold"));
    first.on();
    succeed();
    assertEquals("begin\nbegin\n", first.read("runs"));
  }

  @Test
  @Tag("slow")
  void aRunOfSomebodyElseIsLeftAlone() throws Exception {
    Process other =
        new ProcessBuilder(
                "flock", folder.resolve("cp-1-node/run/strake-node.lock").toString(), "sleep", "60")
            .start();
    try {
      until(() -> lab.plan().get(1).action() == HostAction.FOLLOW);
      HostReport report = lab.roll();
      assertEquals(List.of(Result.DONE, Result.FAILED, Result.LEFT, Result.LEFT), results(report));
      assertTrue(message(report, 1).startsWith("somebody runs bootstrap.sh there"));
    } finally {
      other.descendants().forEach(ProcessHandle::destroy);
      other.destroy();
    }
  }

  @Test
  @Tag("slow")
  void aServerThatDoesNotComeUpStopsTheRollout() throws Exception {
    first.write("readyz", "");
    Files.delete(first.path("readyz"));
    HostReport report = lab.roll();

    assertEquals(List.of(Result.DONE, Result.FAILED, Result.LEFT, Result.LEFT), results(report));
    assertTrue(message(report, 1).startsWith("its API server is not ready: "), message(report, 1));
  }

  @Test
  @Tag("slow")
  void noControlPlaneIsTouchedWhileAnotherIsMissing() throws Exception {
    succeed();
    first.with("kubeadm.yaml", "b: 1\n");
    Files.delete(second.path("readyz"));
    HostReport report = lab.roll();

    assertEquals(Result.FAILED, results(report).get(1));
    assertTrue(
        message(report, 1).startsWith("not touched, because cp-2 does not work"),
        message(report, 1));
    assertFalse(Files.exists(first.path("strake/node/kubeadm.yaml")));
  }

  @Test
  @Tag("slow")
  void aBalancerWithoutServersStopsTheRollout() throws Exception {
    succeed();
    balancer.with("haproxy.cfg", "new\n").write("no-server", "");
    worker.with("kubeadm.yaml", "a: 3\n");
    HostReport report = lab.roll();

    assertEquals(
        List.of(Result.FAILED, Result.CURRENT, Result.CURRENT, Result.LEFT), results(report));
    assertEquals("no", message(report, 0));
  }

  @Test
  @Tag("slow")
  void aReplacedFirstControlPlaneBeginsNoSecondCluster() throws Exception {
    succeed();
    first.off();
    SshHost.run("rm", "-rf", first.path("strake").toString());
    first.on();
    HostReport report = lab.roll();

    assertEquals(HostAction.BLOCKED, lab.plan().get(1).action());
    assertEquals(Result.FAILED, results(report).get(1));
    assertTrue(
        message(report, 1).contains("would begin a new cluster, and cp-2 is in one already"));
    assertEquals(4, lab.journal().size());
  }

  @Test
  @Tag("slow")
  void anotherVersionOfTheKubeletIsForPeople() throws Exception {
    succeed();
    worker.program("kubelet", "#!/bin/sh\necho Kubernetes v1.35.2\n");
    worker.with("kubeadm.yaml", "a: 4\n");
    HostReport report = lab.roll();

    assertEquals(Result.PENDING, results(report).get(3));
    assertTrue(message(report, 3).startsWith("its kubelet is v1.35.2 and the spec says v1.36.4"));
    assertFalse(report.isComplete());
    assertEquals("a: 1\n", worker.read("strake/node/kubeadm.yaml"));
  }

  @Test
  @Tag("slow")
  void aShellThatGreetsDoesNotDisturb() throws Exception {
    Host host = balancer.host();
    try (SshTransport transport = lab.transport();
        HostSession session = transport.open(host)) {
      RemoteHost remote = new RemoteHost(host, session);
      assertTrue(remote.copy(remote.look()).isFine());
      HostState state = remote.look();
      assertEquals(host.files().size(), state.files().size());
      assertEquals(host.files().get(0).sha256(), state.files().get(host.files().get(0).path()));
      assertEquals(
          List.of(),
          HostPlanner.differences(host, HostState.parse("Welcome!\n@applied x\n" + text(state))));
    }
  }

  private static String text(HostState state) {
    StringBuilder text = new StringBuilder("@host 1\n");
    state.files().forEach((path, sum) -> text.append(sum).append("  ./").append(path).append('\n'));
    return text.append("@end\n").toString();
  }
}
