package dev.strake.sync.configuration;

import dev.strake.sync.schedule.SyncWindows;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A cluster that is kept.
 *
 * @param repository one's name
 * @param path of the cluster in it; empty for the root
 * @param kubeconfig empty for the cluster that the agent runs in
 * @param context of the kubeconfig; empty for its current one
 */
public record ClusterConfiguration(
    String name,
    String repository,
    String path,
    Optional<Path> kubeconfig,
    String context,
    boolean suspended,
    SyncWindows windows) {}
