package dev.strake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A user's repository on disk, and the commands run on it. */
record Repository(Path folder) {

  static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
              - name: web
                image: registry.example.net/shop/web:1
                resources:
                  requests: {cpu: 10m, memory: 64Mi}
                  limits: {memory: 64Mi}
                securityContext:
                  allowPrivilegeEscalation: false
                  runAsNonRoot: true
                  capabilities: {drop: [ALL]}
                  seccompProfile: {type: RuntimeDefault}
      """;

  /** The same with what a policy of the default profile refuses, in line 16. */
  static final String UNLIMITED = WEB.replaceFirst(" +limits:.*\n", "");

  Repository with(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The example's cluster under another name. */
  Repository withCluster(String path, String name) {
    try {
      ExampleCluster.copyFilesTo(folder.resolve(path).getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return with(
        path, ExampleCluster.text().replace("name: ha-production\n", "name: " + name + "\n"));
  }

  CommandRun validate(String... options) {
    List<String> line = new ArrayList<>(List.of("validate", folder.toString()));
    line.addAll(List.of(options));
    return CommandRun.of(line.toArray(String[]::new));
  }

  CommandRun compile(Path out, String... options) {
    List<String> line =
        new ArrayList<>(List.of("compile", folder.toString(), "-o", out.toString()));
    line.addAll(List.of(options));
    return CommandRun.of(line.toArray(String[]::new));
  }
}
