package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on networks. */
public final class NetworkChecks {

  private NetworkChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new CidrOverlap(),
        new BlockFamilies(),
        new ServiceFamilies(),
        new ServiceBlockSize(),
        new PodBlockSize(),
        new NodeMask(),
        new NodeBlocks(),
        new MaxPods(),
        new PodMtu(),
        new TunnelNetwork(),
        new NodePortRange(),
        new PoolOverlap(),
        new PoolNetwork());
  }
}
