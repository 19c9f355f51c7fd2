package dev.strake.sync.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A replica in a process of its own: one that can be stopped in its tracks, and killed. */
final class AgentProcess implements AutoCloseable {

  private final Process process;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private AgentProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "log");
    reader.setDaemon(true);
    reader.start();
  }

  static AgentProcess launch(Path configuration, Path kubeconfig, String identity, int megabytes)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                FleetAgent.class.getName(),
                configuration.toString(),
                kubeconfig.toString(),
                identity)
            .redirectErrorStream(true)
            .start();
    return new AgentProcess(process);
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.add(line);
      }
    } catch (IOException e) {
      // It was killed.
    }
  }

  /** What it has said so far. */
  List<String> log() {
    return List.copyOf(log);
  }

  boolean said(String text) {
    return log.stream().anyMatch(line -> line.contains(text));
  }

  /** Not one instruction more, until it goes on. */
  void pause() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  /** As a kubelet asks a container to end. */
  void terminate() {
    signal("TERM");
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("kill -" + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As a machine that loses its power. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  int await() throws InterruptedException {
    int code = process.waitFor();
    reader.join();
    return code;
  }

  @Override
  public void close() {
    kill();
  }
}
