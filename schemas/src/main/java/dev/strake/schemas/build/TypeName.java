package dev.strake.schemas.build;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model class stands for.
 *
 * @param group the first label of its API group, or the package, as far as the name tells: {@code
 *     core}, {@code meta}; empty if it has none
 * @param version such as {@code v1beta1}
 * @param name as in Kubernetes' sources
 */
record TypeName(String group, String version, String name) {

  private static final Pattern MODEL =
      Pattern.compile("(?<group>[A-Z][a-z]+)?V(?<version>[0-9]+((alpha|beta)[0-9]+)?)(?<name>.*)");

  /** {@code EventsV1Event} is the Event of {@code events/v1}. */
  static TypeName ofModel(String simpleName) {
    Matcher model = MODEL.matcher(simpleName);
    if (!model.matches()) {
      return new TypeName("", "", simpleName);
    }
    String group = model.group("group");
    return new TypeName(
        group == null ? "" : group.toLowerCase(Locale.ROOT),
        "v" + model.group("version"),
        model.group("name"));
  }

  /** The names that the model class of a type may have, the one that tells the group first. */
  static List<String> modelsOf(String group, String version, String name) {
    String label = label(group);
    String prefix = label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    String plain = "V" + version.substring(1) + name;
    return List.of(prefix + plain, plain);
  }

  /** What stands for an API group in the names of types: its first label. */
  static String label(String group) {
    return group.isEmpty() ? "core" : group.substring(0, (group + ".").indexOf('.'));
  }
}
