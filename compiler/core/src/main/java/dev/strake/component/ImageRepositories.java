package dev.strake.component;

import dev.strake.value.Quoted;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where images come from: what stands in front of their names.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateImageRepository
 *     in kubeadm</a>
 * @see <a href="https://github.com/distribution/reference/blob/main/regexp.go">the grammar</a>
 */
public final class ImageRepositories {

  private static final Pattern PATH_PART = Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*+");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*+"
              + "|\\[[a-fA-F0-9:]+\\])(:[0-9]+)?");
  private static final int LONGEST_PART = 512;

  private ImageRepositories() {}

  /** What is wrong with a repository. */
  public static Optional<Problem> check(String text) {
    return isRepository(text)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "is %s, which no image name can begin with".formatted(Quoted.of(text)),
                "write a registry and a path without scheme, tag or final slash:"
                    + " registry.example.org/kubernetes"));
  }

  private static boolean isRepository(String text) {
    String[] parts = text.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean fine =
          parts[i].length() <= LONGEST_PART
              && (PATH_PART.matcher(parts[i]).matches()
                  || (i == 0 && REGISTRY.matcher(parts[i]).matches()));
      if (!fine) {
        return false;
      }
    }
    return true;
  }
}
