package dev.strake.sync;

import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.inventory.PruneLimits;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.live.ClusterConnection;
import dev.strake.sync.live.RetryPolicy;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.plan.ConflictPolicy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Syncs {@link LargeSet} in a process of its own, whose memory is bounded and measured. */
final class SyncProcess {

  private SyncProcess() {}

  /**
   * What a process said of its sync.
   *
   * @param text of the report, for a failure
   */
  record Result(boolean complete, long millis, long megabytes, String text) {}

  static Result run(Path kubeconfig, String value, int megabytes)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                SyncProcess.class.getName(),
                kubeconfig.toString(),
                value)
            .redirectErrorStream(true)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    String last = said.substring(said.lastIndexOf('\n') + 1);
    List<String> words = List.of(last.split(" ", -1));
    return words.size() == 4 && words.get(0).equals("result")
        ? new Result(
            Boolean.parseBoolean(words.get(1)),
            Long.parseLong(words.get(2)),
            Long.parseLong(words.get(3)),
            said)
        : new Result(false, 0, 0, said);
  }

  public static void main(String[] arguments) {
    DesiredSet set = LargeSet.of(arguments[1]);
    SyncOptions options =
        new SyncOptions(
            Tooling.strake("1.0.0"),
            ConflictPolicy.REPORT,
            false,
            true,
            PruneLimits.DEFAULT,
            List.of(),
            Duration.ofSeconds(60),
            false,
            8);
    long began = System.nanoTime();
    try (ClusterConnection connection =
            ClusterConnection.open(
                Optional.of(Path.of(arguments[0])), Optional.empty(), RetryPolicy.standard());
        ClusterSync sync =
            new ClusterSync(connection.api(), options, Clock.systemUTC(), Sleeper.ofThread())) {
      SyncReport report = sync.apply(sync.plan(set), SyncListener.silent());
      long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
      if (!report.isComplete()) {
        System.out.println(SyncText.render("large", report));
      }
      System.out.println("result " + report.isComplete() + " " + millis + " " + peak());
    }
  }

  /** The most of each part of the heap that was ever in use, garbage included. */
  private static long peak() {
    List<MemoryPoolMXBean> pools = new ArrayList<>(ManagementFactory.getMemoryPoolMXBeans());
    return pools.stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
