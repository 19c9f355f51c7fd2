package dev.strake.cli;

import dev.strake.sync.agent.OwnCluster;
import dev.strake.sync.live.ClusterConnection;
import dev.strake.sync.live.RetryPolicy;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster a command talks to. */
final class ClusterOptions {

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "How to reach the cluster (default: as kubectl finds it).")
  private @Nullable Path kubeconfig;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "A context of the kubeconfig (default: its current one).")
  private @Nullable String context;

  ClusterConnection open() {
    return ClusterConnection.open(
        Optional.ofNullable(kubeconfig), Optional.ofNullable(context), RetryPolicy.standard());
  }

  /** The cluster that an agent runs in itself. */
  OwnCluster openOwn(String namespace, String identity) {
    return OwnCluster.open(
        Optional.ofNullable(kubeconfig), Optional.ofNullable(context), namespace, identity);
  }
}
