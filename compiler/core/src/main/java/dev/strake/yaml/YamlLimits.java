package dev.strake.yaml;

/**
 * What is refused before it can hurt: a pull request from a stranger is the normal case.
 *
 * @param depth of nested lists and mappings
 * @param expandedNodes nodes of one document with every alias counted as often as it is used
 */
public record YamlLimits(int depth, int expandedNodes) {

  /** Generous to real manifests: large CRDs nest some 60 deep and hold some 100,000 nodes. */
  public static final YamlLimits DEFAULT = new YamlLimits(200, 1_000_000);
}
