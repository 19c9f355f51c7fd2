package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import java.util.List;

/** All checks on a spec against what it was. */
public final class ChangeChecks {

  private ChangeChecks() {}

  public static List<ChangeCheck> all() {
    return List.of(
        new ImmutableField(),
        new ImmutableRanges(),
        new NodeMaskChange(),
        new ClusterRenamed(),
        new CaReplaced(),
        new OnlyNewCertificates(),
        new VersionChange(),
        new EncryptionChange(),
        new EtcdReplaced(),
        new CniChanged(),
        new QuorumLost(),
        new NodeRemoved(),
        new NodeRenamed(),
        new RoleChanged(),
        new AddressChanged());
  }
}
