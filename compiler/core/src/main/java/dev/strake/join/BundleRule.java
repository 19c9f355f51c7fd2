package dev.strake.join;

/** What one policy finds in all objects of a cluster together. Immutable. */
public interface BundleRule {

  /** Of the policy: the path of its folder. */
  String policy();

  void check(ObjectSet objects, Violations violations);
}
