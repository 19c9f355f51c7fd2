package dev.strake.admission;

import dev.strake.cel.CelValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that the API server fills in.
 *
 * @param kind group and kind with a slash between them
 * @param path the keys that lead there; {@code []} behind one stands for each item of its list.
 *     Whatever is on the way has to be there.
 * @param value in JSON: a scalar or {@code {}}; {@code [a,b]} for a list of texts; {@code pull} for
 *     how often an image is pulled; {@code =name} for the value of a field beside it; {@code text}
 *     makes texts of the numbers in the mapping that stands there
 * @param when {@code name=value} or {@code name} of a field beside it that has to be there, {@code
 *     !name} of one that must not; the empty text for always
 */
record ServerDefault(String kind, List<String> path, String value, String when) {

  private static final Pattern JSON =
      Pattern.compile("\\{\\}|true|false|[0-9]+|\"[^\"]*\"|\\[[A-Za-z,]+\\]|=[A-Za-z]+|text|pull");

  ServerDefault {
    path = List.copyOf(path);
  }

  /**
   * @throws IllegalStateException if it is none
   */
  static ServerDefault of(String kind, String path, String value, String when) {
    if (kind.indexOf('/') < 0 || !JSON.matcher(value).matches()) {
      throw new IllegalStateException("not a default: " + kind + " " + path + " " + value);
    }
    return new ServerDefault(kind, List.of(path.split("\\.", -1)), value, when);
  }

  /** Fills it in below a place. */
  void apply(ObjectTree object, List<String> below) {
    List<String> whole = new ArrayList<>(below);
    whole.addAll(path);
    String last = whole.remove(whole.size() - 1);
    object.owners(whole).stream().filter(this::isDue).forEach(owner -> fill(owner, last));
  }

  private boolean isDue(ObjectTree owner) {
    if (when.isEmpty()) {
      return true;
    }
    int equals = when.indexOf('=');
    if (equals > 0) {
      return owner.text(when.substring(0, equals)).equals(when.substring(equals + 1));
    }
    return when.startsWith("!") ? !owner.has(when.substring(1)) : owner.has(when);
  }

  private void fill(ObjectTree owner, String name) {
    if (value.equals("text")) {
      owner.makeTexts(name);
    } else if (value.startsWith("=")) {
      owner.copy(value.substring(1), name);
    } else if (value.equals("{}")) {
      owner.addEmpty(name);
    } else {
      owner.add(name, added(owner));
    }
  }

  private CelValue added(ObjectTree owner) {
    if (value.equals("pull")) {
      return CelValue.of(isLatest(owner.text("image")) ? "Always" : "IfNotPresent");
    }
    return value.startsWith("[")
        ? CelValue.listOf(
            Stream.of(value.substring(1, value.length() - 1).split(",", -1))
                .map(CelValue::of)
                .toList())
        : scalar();
  }

  private static boolean isLatest(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    return image.endsWith(":latest") || (!name.contains(":") && !image.contains("@"));
  }

  private CelValue scalar() {
    if (value.startsWith("\"")) {
      return CelValue.of(value.substring(1, value.length() - 1));
    }
    boolean truth = value.equals("true") || value.equals("false");
    return truth ? CelValue.of(value.equals("true")) : CelValue.of(Long.parseLong(value));
  }
}
