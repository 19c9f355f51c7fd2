package dev.strake.join.namespace;

import dev.strake.join.BundleRule;
import java.util.List;

/** The rules of this package. */
public final class NamespaceRules {

  private NamespaceRules() {}

  public static List<BundleRule> all() {
    return List.of(
        new NamespaceExists(),
        new PodsAreAdmitted(),
        new NamespaceLacks("namespaces/quota", "ResourceQuota"),
        new NamespaceLacks("namespaces/limit-range", "LimitRange"));
  }
}
