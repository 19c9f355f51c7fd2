package dev.strake.versions;

import dev.strake.value.SemanticVersion;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What etcd's members must run before they go to the next minor.
 *
 * @see <a href="https://etcd.io/docs/v3.6/upgrades/">etcd: upgrading</a>
 */
public final class EtcdUpgrades {

  private static final Map<MinorVersion, SemanticVersion> FLOORS = new TreeMap<>();

  static {
    for (Row row : Table.load("etcd-upgrades.tsv", "to", "floor").rows()) {
      FLOORS.put(row.minor("to"), row.version("floor"));
    }
  }

  private EtcdUpgrades() {}

  /** The least patch of the minor before; empty if none is known. */
  public static Optional<SemanticVersion> floorBefore(MinorVersion etcd) {
    return Optional.ofNullable(FLOORS.get(etcd));
  }
}
