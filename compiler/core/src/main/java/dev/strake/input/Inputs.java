package dev.strake.input;

import dev.strake.source.SourceEntry;
import java.util.List;

/**
 * The inputs of one run.
 *
 * @param clusters by folder
 * @param plain YAML that belongs to no cluster, sorted by path
 * @param ignored how many files {@code .strakeignore} has left out
 */
public record Inputs(List<ClusterFolder> clusters, List<SourceEntry> plain, int ignored) {}
