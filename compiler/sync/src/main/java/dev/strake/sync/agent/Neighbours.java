package dev.strake.sync.agent;

import dev.strake.bundle.Bundle;
import dev.strake.diagnostic.Checked;
import dev.strake.git.GitRepository;
import dev.strake.git.Revision;
import dev.strake.sync.configuration.AgentConfiguration;
import dev.strake.sync.configuration.ClusterConfiguration;
import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.set.OtherWishes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the agent brings to the same cluster from other paths of the same commit. An object that
 * moves from one path to another must not be deleted by whichever is synced first.
 */
record Neighbours(
    AgentConfiguration configuration, ClusterConfiguration cluster, BundleCompiler compiler) {

  OtherWishes at(GitRepository git, Revision commit) {
    OtherWishes all = OtherWishes.NONE;
    for (ClusterConfiguration other : configuration.clusters()) {
      if (isBeside(other)) {
        all =
            all.plus(wishes(other, compiler.compile(git.tree(commit, other.path()), other.name())));
      }
    }
    return all;
  }

  private boolean isBeside(ClusterConfiguration other) {
    return !other.name().equals(cluster.name())
        && other.repository().equals(cluster.repository())
        && other.kubeconfig().equals(cluster.kubeconfig())
        && other.context().equals(cluster.context());
  }

  private static OtherWishes wishes(ClusterConfiguration other, Checked<List<Bundle>> compiled) {
    if (compiled.asOptional().isEmpty()) {
      return OtherWishes.unknown("what " + other.name() + " wants cannot be compiled");
    }
    Map<ObjectIdentity, String> wanted = new HashMap<>();
    for (Bundle bundle : compiled.asOptional().get()) {
      DesiredSet.of(bundle, "").objects().stream()
          .map(DesiredObject::identity)
          .forEach(identity -> wanted.put(identity, other.name()));
    }
    return new OtherWishes(wanted, Optional.empty());
  }
}
