package dev.strake.check.version;

import dev.strake.check.DatedCheck;
import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on releases. */
public final class VersionChecks {

  private VersionChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new KnownKubernetes(),
        new KnownReleases(),
        new PatchFloor(),
        new UpgradeStep(),
        new EtcdUpgradeFloor(),
        new ContainerdVersion(),
        new CgroupDriver(),
        new CgroupVersion(),
        new KubeProxyMode(),
        new KubeProxyKernel(),
        new CniVersion(),
        new SandboxImage(),
        new EncryptionAlgorithm(),
        new AnonymousConditions(),
        new PodSecurityRelease());
  }

  public static List<DatedCheck> dated() {
    return List.of(new EndOfLife());
  }
}
