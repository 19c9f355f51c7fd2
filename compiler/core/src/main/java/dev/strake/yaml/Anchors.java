package dev.strake.yaml;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceRange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The anchors of one document, and how many nodes it has once every alias is written out. */
final class Anchors {

  static final Code UNDEFINED_ALIAS = Code.error("yaml/undefined-alias");
  static final Code ALIAS_EXPANSION = Code.error("yaml/alias-expansion");

  private record Anchored(YamlNode node, long size) {}

  private final Map<String, Anchored> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final int mostNodes;
  private long expandedNodes;

  Anchors(YamlLimits limits) {
    this.mostNodes = limits.expandedNodes();
  }

  /** Counts a written node. */
  void count(SourceRange place) {
    add(1, place);
  }

  long expandedNodes() {
    return expandedNodes;
  }

  /** From now until {@link #define} the anchor names a node that is still being read. */
  void open(String anchor) {
    open.add(anchor);
  }

  /**
   * @param sizeBefore what {@link #expandedNodes()} was before the node was read
   */
  void define(String anchor, YamlNode node, long sizeBefore) {
    open.remove(anchor);
    known.put(anchor, new Anchored(node, expandedNodes - sizeBefore));
  }

  YamlNode resolve(String alias, SourceRange place) {
    if (open.contains(alias)) {
      throw new Unreadable(
          Diagnostic.of(UNDEFINED_ALIAS, place, "the anchor &" + alias + " contains itself"));
    }
    Anchored target = known.get(alias);
    if (target == null) {
      throw new Unreadable(
          Diagnostic.of(UNDEFINED_ALIAS, place, "there is no anchor &" + alias + " above")
              .withHelp("anchors reach from where they stand to the end of their document"));
    }
    add(target.size, place);
    return target.node;
  }

  private void add(long nodes, SourceRange place) {
    expandedNodes += nodes;
    if (expandedNodes > mostNodes) {
      throw new Unreadable(
          Diagnostic.of(
                  ALIAS_EXPANSION,
                  place,
                  "the document has more than "
                      + mostNodes
                      + " values once its aliases are written out")
              .withHelp("split the document, or write out less by aliases"));
    }
  }
}
