package dev.strake.kustomize;

import dev.strake.yaml.YamlScalar;

/**
 * An entry that leads to something else.
 *
 * @param node where it is written
 * @param target as it is written, without what may stand before the path
 */
record Reference(Kind kind, YamlScalar node, String target) {

  /** What an entry may lead to. */
  enum Kind {
    /** A file in the Kustomization's own folder or below it. */
    FILE,
    /** Such a file, or the folder of another Kustomization. */
    RESOURCE,
    /** The folder of a Component. */
    COMPONENT,
    /** The configuration of a generator or transformer: as a text, a file or a folder. */
    PLUGIN
  }

  static Reference of(Kind kind, YamlScalar node) {
    return new Reference(kind, node, node.text());
  }

  /** Whether Kustomize would take it for an address. */
  boolean isRemote() {
    return kind == Kind.FILE ? RemoteAddress.isUrl(target) : RemoteAddress.is(target);
  }
}
