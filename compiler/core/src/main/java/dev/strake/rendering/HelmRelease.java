package dev.strake.rendering;

import java.util.List;

/**
 * What a chart is rendered for.
 *
 * @param name of the release
 * @param valuesFiles beside the chart's own, by their paths from the root of the input
 * @param kubernetesVersion as {@code v1.36.4}
 */
public record HelmRelease(
    String name, String namespace, List<String> valuesFiles, String kubernetesVersion) {}
