package dev.strake.value;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of image names, with the registry written out.
 *
 * @see <a href="https://github.com/distribution/reference/blob/main/reference.go">the grammar in
 *     distribution/reference</a>
 */
final class ImageNames {

  private static final int LONGEST = 255;
  private static final Pattern SEGMENT = Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

  private ImageNames() {}

  static @Nullable String imageProblem(String text) {
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    if (at >= 0 && !DIGEST.matcher(text.substring(at + 1)).matches()) {
      return "behind the '@', a digest has sha256: and 64 hexadecimal digits";
    }
    int colon = name.indexOf(':', Math.max(0, name.lastIndexOf('/')));
    if (colon < 0) {
      return at < 0 ? "it has neither a tag nor a digest" : repositoryWithPath(name);
    }
    return TAG.matcher(name.substring(colon + 1)).matches()
        ? repositoryWithPath(name.substring(0, colon))
        : "behind the ':', a tag has up to 128 letters, digits, '_', '.' and '-'";
  }

  private static @Nullable String repositoryWithPath(String name) {
    return name.indexOf('/') < 0 ? "its registry is missing" : repositoryProblem(name);
  }

  static @Nullable String repositoryProblem(String name) {
    if (name.length() > LONGEST) {
      return "it has %d characters, and %d are allowed".formatted(name.length(), LONGEST);
    }
    String[] parts = name.split("/", -1);
    String registry = registryProblem(parts[0]);
    if (registry != null) {
      return registry;
    }
    for (int i = 1; i < parts.length; i++) {
      if (!SEGMENT.matcher(parts[i]).matches()) {
        return "between slashes are lower-case letters and digits, with '.', '_' or '-' between";
      }
    }
    return null;
  }

  /** A name without dot and port is a folder of Docker Hub's for runtimes, except localhost. */
  static @Nullable String registryProblem(String text) {
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon >= 0 && text.indexOf(']', colon) < 0;
    String host = hasPort ? text.substring(0, colon) : text;
    if (hasPort && Port.parse(text.substring(colon + 1)) instanceof Parsed.Bad<Port> bad) {
      return "behind the ':' is not " + bad.reason();
    }
    boolean bracketed = host.startsWith("[") && host.endsWith("]") && host.length() > 2;
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    if (HostName.parse(bare) instanceof Parsed.Bad<HostName> bad) {
      return "its registry is not " + bad.reason();
    }
    boolean isHost = hasPort || host.indexOf('.') >= 0 || bracketed || host.equals("localhost");
    return isHost ? null : "its registry is missing, such as docker.io";
  }
}
