package dev.strake.generate.loadbalancer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running HAProxy, watched through the statistics that its configuration opens. */
final class HaproxyProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final Process process;
  private final Path log;
  private final URI statistics;

  private HaproxyProcess(Process process, Path log, URI statistics) {
    this.process = process;
    this.log = log;
    this.statistics = statistics;
  }

  static void assumeInstalled() {
    Program.assumeInstalled("haproxy", "-v");
  }

  /** What HAProxy has to say against a configuration; warnings count. */
  static String check(String config, Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("haproxy.cfg"), config);
    Program check = Program.run("haproxy", "-c", "-f", file.toString());
    boolean accepted = check.exitCode() == 0 && !check.output().contains("[WARNING]");
    return accepted ? "" : check.output() + "exit code " + check.exitCode();
  }

  /** As the packages' units start it: a master that a signal reloads, and its worker. */
  static HaproxyProcess start(HaproxyConfig config, Path folder) throws Exception {
    Path log = folder.resolve("haproxy.log");
    Path file = Files.writeString(folder.resolve("haproxy.cfg"), config.text());
    Process process =
        new ProcessBuilder("haproxy", "-W", "-f", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    URI statistics = URI.create("http://" + config.stats().bind() + StatsSection.PAGE + ";csv");
    return new HaproxyProcess(process, log, statistics);
  }

  void awaitStatus(Map<String, String> expected) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!hasStatus(expected)) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError(
            "expected " + expected + " but was " + status() + "\n" + Files.readString(log));
      }
      Thread.sleep(100);
    }
  }

  boolean hasStatus(Map<String, String> expected) throws Exception {
    Map<String, String> status = status();
    return expected.entrySet().stream().allMatch(e -> e.getValue().equals(status.get(e.getKey())));
  }

  /** Server to UP or DOWN once it is checked; nothing before HAProxy answers. */
  private Map<String, String> status() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(statistics).build();
    Map<String, String> status = new HashMap<>();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      for (String line : answer.body().lines().toList()) {
        String[] fields = line.split(",", -1);
        boolean checked = fields.length > 36 && fields[36].startsWith("L");
        if (checked) {
          status.put(fields[1], fields[17]);
        }
      }
    } catch (IOException notYetListening) {
      return status;
    }
    return status;
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** Master and worker, which has the ports. */
  void signal(String name) throws Exception {
    Program.run("kill", "-" + name, Long.toString(process.pid()));
  }

  /** Every process of it stands still, as in a host that swaps. */
  void freeze(boolean frozen) throws Exception {
    String name = frozen ? "STOP" : "CONT";
    signal(name);
    for (ProcessHandle worker : process.children().toList()) {
      Program.run("kill", "-" + name, Long.toString(worker.pid()));
    }
  }

  @Override
  public void close() {
    // The master first: it would mourn its worker and take time to end.
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroyForcibly().onExit().join();
    for (ProcessHandle worker : workers) {
      worker.destroyForcibly();
      worker.onExit().join();
    }
  }
}
