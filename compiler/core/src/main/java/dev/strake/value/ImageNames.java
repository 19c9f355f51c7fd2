package dev.strake.value;

import java.util.Locale;
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
  private static final String DOCKER_HUB = "docker.io";
  private static final String OTHER_DOCKER_HUB = "index.docker.io";
  private static final Pattern SEGMENT = Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

  private ImageNames() {}

  static @Nullable String imageProblem(String text) {
    String problem = digestAndTagProblem(text);
    if (problem != null) {
      return problem;
    }
    String name = name(text);
    return name.equals(text) ? "it has neither a tag nor a digest" : repositoryWithPath(name);
  }

  /** What is wrong behind an image's name; null if nothing is, or nothing is there. */
  static @Nullable String digestAndTagProblem(String text) {
    int at = text.indexOf('@');
    if (at >= 0 && !DIGEST.matcher(text.substring(at + 1)).matches()) {
      return "behind the '@', a digest has sha256: and 64 hexadecimal digits";
    }
    String tagged = at < 0 ? text : text.substring(0, at);
    int colon = tagBegin(tagged);
    return colon < 0 || TAG.matcher(tagged.substring(colon + 1)).matches()
        ? null
        : "behind the ':', a tag has up to 128 letters, digits, '_', '.' and '-'";
  }

  /** An image's name, without its tag and digest. */
  static String name(String text) {
    int at = text.indexOf('@');
    String tagged = at < 0 ? text : text.substring(0, at);
    int colon = tagBegin(tagged);
    return colon < 0 ? tagged : tagged.substring(0, colon);
  }

  /** A ':' before the last slash belongs to a registry's port. */
  private static int tagBegin(String text) {
    return text.indexOf(':', Math.max(0, text.lastIndexOf('/')));
  }

  /** A name with the registry and the folder that are meant where they are left out. */
  static String qualified(String name) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean isRegistry =
        first.indexOf('.') >= 0
            || first.indexOf(':') >= 0
            || first.equals("localhost")
            || !first.equals(first.toLowerCase(Locale.ROOT));
    String full = withUsualRegistry(isRegistry ? name : DOCKER_HUB + "/" + name);
    String inside =
        full.startsWith(DOCKER_HUB + "/") ? full.substring(DOCKER_HUB.length() + 1) : "/";
    return inside.indexOf('/') < 0 ? DOCKER_HUB + "/library/" + inside : full;
  }

  /** Docker Hub has a second name. */
  static String withUsualRegistry(String name) {
    return name.equals(OTHER_DOCKER_HUB) || name.startsWith(OTHER_DOCKER_HUB + "/")
        ? DOCKER_HUB + name.substring(OTHER_DOCKER_HUB.length())
        : name;
  }

  private static @Nullable String repositoryWithPath(String name) {
    return name.indexOf('/') < 0 ? "its registry is missing" : repositoryProblem(name);
  }

  static @Nullable String repositoryProblem(String name) {
    if (name.length() > LONGEST) {
      return "it has %s characters, and %s are allowed".formatted(name.length(), LONGEST);
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
