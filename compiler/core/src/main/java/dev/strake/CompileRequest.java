package dev.strake;

import dev.strake.policy.PolicySelection;
import dev.strake.source.SourceTree;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to compile, and how to judge it.
 *
 * @param sources of one or more clusters, or of plain Kubernetes YAML
 * @param asOf the day for rules about dates, such as ends of life; never changes the output
 * @param policies which of them count
 * @param kubernetesVersion the minor to judge manifests by, one of {@link
 *     dev.strake.schema.KubernetesSchemas#versions()}; empty for each cluster's own, and the newest
 *     known where there is no cluster
 */
public record CompileRequest(
    SourceTree sources,
    LocalDate asOf,
    PolicySelection policies,
    Optional<String> kubernetesVersion) {}
