package dev.strake.sync.apply;

import dev.strake.sync.object.KubernetesObject;
import java.util.Optional;

/** Whether an object does what it is there for. */
@FunctionalInterface
public interface Readiness {

  /** Why not, or not yet; empty if it does. */
  Optional<String> unready(KubernetesObject live);
}
