package dev.strake.join;

import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import java.util.List;

/** What Pod Security admission has against the pods of an object. */
@FunctionalInterface
public interface PodSecurity {

  /** Finds nothing. */
  PodSecurity UNKNOWN = (object, level, version) -> List.of();

  /** One reason to refuse them. */
  record Breach(NodePath path, String message) {}

  /**
   * All reasons, in the order of the checks.
   *
   * @param level {@code baseline} or {@code restricted}
   * @param version of the level, as namespaces write it: {@code latest} or {@code v1.36}
   */
  List<Breach> breaches(Manifest object, String level, String version);
}
