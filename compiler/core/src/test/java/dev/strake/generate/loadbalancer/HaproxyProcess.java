package dev.strake.generate.loadbalancer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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

  static boolean isInstalled() {
    try {
      return new ProcessBuilder("haproxy", "-v")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  /** What HAProxy has to say against a configuration; warnings count. */
  static String check(HaproxyConfig config, Path folder) throws Exception {
    Process check =
        new ProcessBuilder("haproxy", "-c", "-q", "-f", write(config, folder).toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return output + (check.waitFor() == 0 ? "" : "exit code " + check.exitValue());
  }

  static HaproxyProcess start(HaproxyConfig config, Path folder) throws Exception {
    Path log = folder.resolve("haproxy.log");
    Process process =
        new ProcessBuilder("haproxy", "-db", "-f", write(config, folder).toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    URI statistics = URI.create("http://" + config.stats().bind() + "/stats;csv");
    return new HaproxyProcess(process, log, statistics);
  }

  private static Path write(HaproxyConfig config, Path folder) throws IOException {
    return Files.writeString(folder.resolve("haproxy.cfg"), config.text());
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

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
