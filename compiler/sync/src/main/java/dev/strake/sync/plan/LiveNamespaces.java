package dev.strake.sync.plan;

import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.Live;
import dev.strake.sync.live.ResourceType;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which namespaces there are. One that was there is not asked for again. */
final class LiveNamespaces {

  private static final ResourceType TYPE =
      ResourceType.builtIn("", "v1", "Namespace", "namespaces", false);

  private final ClusterApi api;
  private final Set<String> there = ConcurrentHashMap.newKeySet();

  LiveNamespaces(ClusterApi api) {
    this.api = api;
  }

  boolean isThere(String name) {
    if (there.contains(name)) {
      return true;
    }
    boolean found = api.get(TYPE, "", name) instanceof Live;
    if (found) {
      there.add(name);
    }
    return found;
  }
}
