package dev.strake.render;

import dev.strake.rendering.HelmRelease;
import dev.strake.rendering.RenderInput;
import dev.strake.rendering.RenderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Helm, as a library in a Java process of its own.
 *
 * @param java that runs it
 * @param classPath with the library and this module
 */
record HelmLibrary(Path java, String classPath, Workplace workplace) {

  private static final String LIBRARY = "/com/marcnuri/helm/Helm.class";

  /** What a process needs that starts quickly, does one thing and ends. */
  private static final List<String> OPTIONS =
      List.of(
          // Warnings of the JVM would go to standard output.
          "-Xlog:disable",
          "-Xshare:auto",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xmx128m",
          // Memory that is set aside counts, used or not.
          "-XX:CompressedClassSpaceSize=32m",
          "-XX:ReservedCodeCacheSize=32m",
          "-Djna.encoding=UTF-8",
          "-Dfile.encoding=UTF-8");

  private static final String CHART = "chart";
  private static final String SCRATCH = "scratch";

  /** Without it, templates could ask an API server on this machine. Nobody can listen there. */
  private static final String NO_CLUSTER = "kubeconfig";

  private static final String NO_CLUSTER_TEXT =
      """
      apiVersion: v1
      kind: Config
      clusters: [{name: none, cluster: {server: "http://127.0.0.1:0"}}]
      contexts: [{name: none, context: {cluster: none}}]
      current-context: none
      """;

  static boolean isThere() {
    return HelmLibrary.class.getResource(LIBRARY) != null;
  }

  RenderResult template(RenderInput input, HelmRelease release) {
    if (!isThere() || classPath.isEmpty()) {
      return new RenderResult.Unavailable("this program comes without Helm");
    }
    try (PrivateFolder folder = PrivateFolder.in(workplace.temporary())) {
      PrivateFolder chart = folder.folder(CHART);
      chart.write(input.files());
      PrivateFolder scratch = folder.folder(SCRATCH);
      scratch.write(Map.of(NO_CLUSTER, NO_CLUSTER_TEXT.getBytes(StandardCharsets.UTF_8)));
      ChildProcess.Outcome outcome =
          ChildProcess.run(
              command(chart.path(), scratch.path(), release),
              chart.path(),
              Map.of(
                  "TMPDIR", scratch.path().toString(),
                  "KUBECONFIG", scratch.path().resolve(NO_CLUSTER).toString()),
              workplace.bounds());
      return result(outcome, chart.path());
    }
  }

  private List<String> command(Path chart, Path scratch, HelmRelease release) {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(OPTIONS);
    command.add("-Djava.io.tmpdir=" + scratch);
    command.addAll(List.of("-cp", classPath, HelmMain.class.getName(), chart.toString()));
    command.addAll(List.of(release.name(), release.namespace(), release.kubernetesVersion()));
    release.valuesFiles().forEach(file -> command.add(chart.resolve(file).toString()));
    return command;
  }

  private static RenderResult result(ChildProcess.Outcome outcome, Path chart) {
    if (!outcome.succeeded()) {
      // A library that breaks down prints addresses, which differ each time.
      return new RenderResult.Failed(
          outcome.problem().isEmpty()
              ? "it ended with the exit code " + outcome.exitCode()
              : outcome.problem());
    }
    int end = outcome.output().indexOf('\n');
    String status = outcome.output().substring(0, Math.max(0, end));
    String text = outcome.output().substring(end + 1);
    if (status.startsWith(HelmMain.RENDERED)) {
      int differsAt = Integer.parseInt(status.substring(HelmMain.RENDERED.length()));
      return new RenderResult.Rendered(text, differsAt);
    }
    return status.equals(HelmMain.FAILED)
        ? new RenderResult.Failed(Complaint.plain(text, chart))
        : new RenderResult.Unavailable(text);
  }
}
