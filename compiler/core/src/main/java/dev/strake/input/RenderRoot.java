package dev.strake.input;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A folder whose files are no Kubernetes objects yet: templates and values of a chart, patches of
 * an overlay. What marks it stands for all of it.
 *
 * @see <a href="https://helm.sh/docs/topics/charts/#the-chart-file-structure">Helm: the chart file
 *     structure</a>
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/">Kustomize:
 *     the kustomization file</a>
 */
public enum RenderRoot {
  HELM_CHART("a Helm chart", "helm template", "Chart\\.yaml"),
  KUSTOMIZATION("a Kustomization", "kubectl kustomize", "kustomization\\.ya?ml|Kustomization");

  private final String title;
  private final String command;
  private final Pattern marker;

  RenderRoot(String title, String command, String marker) {
    this.title = title;
    this.command = command;
    this.marker = Pattern.compile(marker);
  }

  /** What a file with this name marks; empty for any other file. */
  public static Optional<RenderRoot> markedBy(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    for (RenderRoot root : values()) {
      if (root.marker.matcher(name).matches()) {
        return Optional.of(root);
      }
    }
    return Optional.empty();
  }

  /** What it is called, with its article. */
  public String title() {
    return title;
  }

  /** The command that makes Kubernetes objects of it. */
  public String command() {
    return command;
  }
}
