package dev.strake.component;

import dev.strake.manifest.Manifest;
import java.util.regex.Pattern;

/**
 * Files of kubeadm's patches directory, which say only what differs on one machine.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/control-plane-flags/#patches">Kubernetes:
 *     customizing with patches</a>
 */
public final class ComponentPatches {

  /** With the kind of the patch: a file without it may as well be a whole configuration. */
  private static final Pattern NAME =
      Pattern.compile("(?:.*/)?kubeletconfiguration[^/]*\\+(?:strategic|merge)\\.(?:yaml|json)");

  private ComponentPatches() {}

  /** Whether a document is one: what it does not say is as the cluster has it. */
  public static boolean is(Manifest document) {
    return NAME.matcher(document.root().file().path()).matches();
  }
}
