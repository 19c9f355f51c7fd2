package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ContainerRuntime.Containerd;
import dev.strake.value.ImageReference;
import dev.strake.value.KubernetesVersion;
import dev.strake.versions.KubeadmImages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pause image that is older than the one that kubeadm pulls. kubeadm only says so, machine by
 * machine; but an image list for mirrors that was made from one of the two lacks the other.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/container-runtimes/#override-pause-image-containerd">Kubernetes:
 *     overriding the sandbox image</a>
 */
final class SandboxImage implements SpecCheck {

  static final Code SANDBOX_IMAGE = Code.info("spec/sandbox-image");

  private static final Pattern PAUSE =
      Pattern.compile(".*/pause:(?<tag>[0-9]{1,6}(\\.[0-9]{1,6}){0,2})(@.*)?");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Containerd containerd = cluster.spec().spec().containerRuntime().containerd();
    ImageReference image = containerd.sandboxImage();
    Matcher pause = PAUSE.matcher(image.text());
    KubernetesVersion kubernetes = cluster.spec().spec().kubernetesVersion();
    String wanted = KubeadmImages.of(kubernetes).pauseTag();
    if (!pause.matches() || !isOlder(pause.group("tag"), wanted)) {
      return;
    }
    String better = image.text().substring(0, pause.start("tag")) + wanted;
    sink.report(
        cluster
            .origins()
            .of(containerd, Containerd::sandboxImage)
            .finding(
                SANDBOX_IMAGE,
                "pause %s is older than %s, which kubeadm of %s pulls"
                    .formatted(pause.group("tag"), wanted, kubernetes))
            .withHelp("write " + better));
  }

  private static boolean isOlder(String tag, String other) {
    List<Integer> own = numbers(tag);
    List<Integer> theirs = numbers(other);
    for (int i = 0; i < own.size(); i++) {
      int order = Comparator.<Integer>naturalOrder().compare(own.get(i), theirs.get(i));
      if (order != 0) {
        return order < 0;
      }
    }
    return false;
  }

  /** Three of them; what is not written is 0. */
  private static List<Integer> numbers(String tag) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : List.of(tag.split("\\.", -1))) {
      numbers.add(Integer.valueOf(part));
    }
    while (numbers.size() < 3) {
      numbers.add(0);
    }
    return numbers;
  }
}
