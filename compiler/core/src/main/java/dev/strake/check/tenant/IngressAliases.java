package dev.strake.check.tenant;

import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Annotations by which an Ingress claims further hosts. Controllers have them below prefixes of
 * their own, and call them alike.
 *
 * @see <a href="https://haproxy-ingress.github.io/docs/configuration/keys/#server-alias">HAProxy
 *     Ingress: server-alias</a>
 */
final class IngressAliases {

  private static final NodePath ANNOTATIONS = NodePath.of("metadata", "annotations");
  private static final String ALIAS = "/server-alias";

  /** Which hosts an expression matches is not decided here: all of them, for all that is known. */
  private static final String EXPRESSION = "/server-alias-regex";

  private IngressAliases() {}

  static List<HostClaim> of(Manifest object) {
    List<HostClaim> claims = new ArrayList<>();
    object
        .find(ANNOTATIONS)
        .filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast)
        .ifPresent(annotations -> annotations.entries().forEach(entry -> add(entry, claims)));
    return claims;
  }

  private static void add(YamlEntry entry, List<HostClaim> claims) {
    NodePath path = ANNOTATIONS.key(entry.name());
    if (entry.name().endsWith(EXPRESSION)) {
      claims.add(HostClaim.ofAll(path));
    } else if (entry.name().endsWith(ALIAS) && entry.value() instanceof YamlScalar alias) {
      for (String host : alias.value().split("[,\\s]+", -1)) {
        if (!host.isEmpty()) {
          claims.add(HostClaim.of(path, host));
        }
      }
    }
  }
}
