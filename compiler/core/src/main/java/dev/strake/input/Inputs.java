package dev.strake.input;

import dev.strake.source.SourceEntry;
import java.util.List;

/**
 * The inputs of one run.
 *
 * @param clusters by folder
 * @param plain YAML that belongs to no cluster, sorted by path
 */
public record Inputs(List<ClusterFolder> clusters, List<SourceEntry> plain) {}
