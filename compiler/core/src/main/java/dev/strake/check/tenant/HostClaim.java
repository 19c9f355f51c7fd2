package dev.strake.check.tenant;

import dev.strake.yaml.NodePath;
import java.util.Optional;

/**
 * A host name that an object claims.
 *
 * @param path of the name; where it is missing, of what is missing it
 * @param host as it was written; empty if every host is meant
 */
record HostClaim(NodePath path, Optional<String> host) {

  private static final String ALL = "*";

  /** The empty text and a lone asterisk mean every host. */
  static HostClaim of(NodePath path, String host) {
    return new HostClaim(path, Optional.of(host).filter(h -> !h.isEmpty() && !h.equals(ALL)));
  }

  static HostClaim ofAll(NodePath path) {
    return new HostClaim(path, Optional.empty());
  }
}
