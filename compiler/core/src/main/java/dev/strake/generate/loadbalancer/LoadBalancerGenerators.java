package dev.strake.generate.loadbalancer;

import dev.strake.generate.Generator;
import java.util.List;

/** All generators of HAProxy's hosts. */
public final class LoadBalancerGenerators {

  private LoadBalancerGenerators() {}

  public static List<Generator> all() {
    return List.of(new HaproxyGenerator(), new KeepalivedGenerator());
  }
}
