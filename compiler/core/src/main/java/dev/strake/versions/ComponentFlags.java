package dev.strake.versions;

import dev.strake.diagnostic.DidYouMean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the flags of the control plane's components and of etcd. */
public final class ComponentFlags {

  private static final Map<String, List<FlagRule>> RULES = new HashMap<>();
  private static final Map<String, List<String>> KNOWN = new LinkedHashMap<>();

  static {
    for (Row row :
        Table.load("flag-rules.tsv", "component", "flag", "kind", "since", "values", "text")
            .rows()) {
      RULES.computeIfAbsent(row.text("component"), name -> new ArrayList<>()).add(FlagRule.of(row));
    }
    for (Row row : Table.load("flags.tsv", "component", "flag").rows()) {
      KNOWN.computeIfAbsent(row.text("component"), name -> new ArrayList<>()).add(row.text("flag"));
    }
  }

  private ComponentFlags() {}

  static List<String> components() {
    return List.copyOf(KNOWN.keySet());
  }

  static List<FlagRule> rules(String component) {
    return RULES.getOrDefault(component, List.of());
  }

  static List<String> known(String component) {
    return KNOWN.getOrDefault(component, List.of());
  }

  /**
   * What there is to say about a flag; empty if nothing.
   *
   * @param component {@code kube-apiserver}, {@code kube-controller-manager}, {@code
   *     kube-scheduler} or {@code etcd}
   * @param release of Kubernetes, for etcd its own
   */
  public static Optional<FlagRule> rule(
      String component, String flag, String value, MinorVersion release) {
    return rules(component).stream().filter(rule -> rule.fits(flag, value, release)).findFirst();
  }

  /** The flag that a misspelt one most likely stands for; empty if it is none, or is known. */
  public static Optional<String> meant(String component, String flag) {
    boolean isKnown =
        known(component).contains(flag)
            || rules(component).stream().anyMatch(rule -> rule.flag().equals(flag));
    return isKnown ? Optional.empty() : DidYouMean.of(flag, known(component));
  }
}
