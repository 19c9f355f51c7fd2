package dev.strake.sync.live;

import dev.strake.sync.object.KubernetesObject;
import java.util.Optional;

/** What a server says to a request about one object. */
public sealed interface Answer permits Live, Refusal {

  default Optional<KubernetesObject> found() {
    return this instanceof Live live ? Optional.of(live.object()) : Optional.empty();
  }

  default Optional<Refusal> refusal() {
    return this instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
  }
}
