package dev.strake.sync.desired;

import dev.strake.bundle.Phase;
import dev.strake.source.SourceRange;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.List;

/**
 * One object that shall be there.
 *
 * @param phase when it is applied
 * @param dependencies that must be healthy before
 * @param origin where somebody wrote it, or what caused it
 */
public record DesiredObject(
    KubernetesObject object, Phase phase, List<ObjectIdentity> dependencies, SourceRange origin) {

  public DesiredObject {
    dependencies = List.copyOf(dependencies);
  }

  public ObjectIdentity identity() {
    return object.identity();
  }

  /** Node objects are only patched: kubelets make them. */
  public boolean isPatchOnly() {
    return phase == Phase.NODE_PATCH;
  }

  /** {@code apps/web.yaml:3}. */
  public String place() {
    return origin.file().path() + ":" + origin.startPosition().line();
  }
}
