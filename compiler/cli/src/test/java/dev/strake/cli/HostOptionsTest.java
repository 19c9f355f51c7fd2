package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.bundle.FileMode;
import dev.strake.bundle.Host;
import dev.strake.bundle.HostFile;
import dev.strake.bundle.HostRole;
import dev.strake.sync.host.HostAction;
import dev.strake.sync.host.HostReport;
import dev.strake.sync.host.PlannedHost;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class HostOptionsTest {

  private static final List<Host> HOSTS =
      List.of(
          host("lb-1", HostRole.LOAD_BALANCER, 1),
          host("cp-1", HostRole.CONTROL_PLANE, 2),
          host("worker-1", HostRole.WORKER, 3));

  @TempDir private Path folder;

  @Command
  private static final class Holder {
    @Mixin private HostOptions options;
  }

  /** At an address where nobody listens. */
  private static Host host(String name, HostRole role, int number) {
    return new Host(
        name,
        role,
        "127.0.78." + number,
        Optional.empty(),
        List.of(new HostFile("bootstrap.sh", FileMode.EXECUTABLE, "true\n")));
  }

  private static HostOptions options(String... args) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(args);
    return holder.options;
  }

  private static HostStage stage(String... args) {
    return HostStage.of("prod", HOSTS, options(args));
  }

  private static String usage(String... args) {
    return assertThrows(ParameterException.class, () -> stage(args)).getMessage();
  }

  @Test
  void whatDoesNotGoTogetherIsSaid() {
    assertEquals("--no-hosts goes with neither --ssh nor --host", usage("--no-hosts", "--ssh"));
    assertEquals(
        "--host: there is no machine cp-9; there are cp-1, lb-1, worker-1",
        usage("--host", "cp-1", "--host", "cp-9"));
    assertEquals("--ssh-port is a port from 1 to 65535, not 0", usage("--ssh", "--ssh-port", "0"));
  }

  @Test
  void aFileThatIsNoKeyIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "not a key\n");
    String said = usage("--ssh", "--ssh-identity", file.toString());
    assertTrue(said.startsWith("--ssh: ") && said.contains(file.toString()), said);
  }

  @Test
  void onlyThoseThatAreChosenAreSeenTo() {
    try (HostStage stage = stage("--host", "worker-1", "--host", "lb-1")) {
      List<PlannedHost> plan = stage.plan();
      assertEquals(
          List.of("loadbalancer lb-1", "node worker-1"),
          plan.stream().map(PlannedHost::title).toList());
      assertEquals(HostAction.PENDING, plan.get(0).action());
      assertTrue(plan.get(1).note().startsWith("tar -C out/prod/nodes/worker-1 -cz . | ssh "));
    }
    try (HostStage stage = stage("--no-hosts")) {
      assertEquals(List.of(), stage.plan());
    }
  }

  @Test
  void hostsThatDoNotAnswerAreUnreachable() throws Exception {
    Path known = Files.writeString(folder.resolve("known_hosts"), "");
    try (HostStage stage =
        stage("--ssh", "--ssh-port", "9", "--ssh-known-hosts", known.toString())) {
      List<PlannedHost> plan = stage.plan();
      assertEquals(3, plan.size());
      assertTrue(
          plan.stream()
              .allMatch(
                  host ->
                      host.action() == HostAction.UNREACHABLE
                          && host.note().contains("port 9 does not answer")),
          plan::toString);
      StringWriter log = new StringWriter();
      HostReport report = stage.roll(plan, Duration.ofSeconds(1), new PrintWriter(log));
      assertTrue(report.hasUnreachable() && report.blocksObjects());
      assertTrue(
          log.toString().startsWith("strake: unreachable loadbalancer lb-1: "), log::toString);
    }
  }
}
