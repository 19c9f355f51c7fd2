package dev.strake.join.all;

import dev.strake.join.BundleRule;
import dev.strake.join.autoscaling.AutoscalingRules;
import dev.strake.join.backup.BackupRules;
import dev.strake.join.config.ConfigRules;
import dev.strake.join.namespace.NamespaceRules;
import dev.strake.join.network.NetworkRules;
import dev.strake.join.rbac.RbacRules;
import dev.strake.join.reliability.ReliabilityRules;
import dev.strake.join.resource.ResourceRules;
import dev.strake.join.storage.StorageRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules about many objects. A new one is a class and a line in its package's list. */
public final class BundleRules {

  private static final Map<String, BundleRule> BY_POLICY =
      Stream.of(
              AutoscalingRules.all(),
              BackupRules.all(),
              ConfigRules.all(),
              NamespaceRules.all(),
              NetworkRules.all(),
              RbacRules.all(),
              ReliabilityRules.all(),
              ResourceRules.all(),
              StorageRules.all())
          .flatMap(List::stream)
          .collect(Collectors.toMap(BundleRule::policy, Function.identity()));

  private BundleRules() {}

  /** The rule of a policy; empty if there is none. */
  public static Optional<BundleRule> find(String policy) {
    return Optional.ofNullable(BY_POLICY.get(policy));
  }

  /** The policies that have one, sorted. */
  public static Set<String> policies() {
    return new TreeSet<>(BY_POLICY.keySet());
  }
}
