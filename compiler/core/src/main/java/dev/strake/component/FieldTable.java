package dev.strake.component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types of one API version, read from a table: a line with a type's name, then an indented line
 * a field, {@code name: type} with {@code >=1.36} behind it for a field that came with that
 * release. A type is a scalar's name, {@code []type}, {@code map[string]type}, {@code any} or a
 * type of the table.
 */
final class FieldTable {

  private static final Pattern FIELD =
      Pattern.compile("  (?<name>\\w+): (?<type>\\S+)(?: >=1\\.(?<since>\\d+))?");

  private final Map<String, FieldType.Struct> types = new LinkedHashMap<>();

  private FieldTable() {}

  /** The types of a table among the resources, and the common ones. */
  static FieldTable load(String name) {
    FieldTable table = new FieldTable();
    table.read(lines("common.fields"));
    table.read(lines(name));
    return table;
  }

  /**
   * A type by its name.
   *
   * @throws IllegalArgumentException if the table has none
   */
  FieldType.Struct type(String name) {
    FieldType.Struct type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException("no type " + name);
    }
    return type;
  }

  private static List<String> lines(String name) {
    try (InputStream in = FieldTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no table " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** Types first: fields may name types that stand further below. */
  private void read(List<String> lines) {
    for (String line : lines) {
      if (isType(line)) {
        types.put(line, new FieldType.Struct());
      }
    }
    Optional<FieldType.Struct> at = Optional.empty();
    for (String line : lines) {
      if (isType(line)) {
        at = Optional.of(type(line));
      } else if (line.startsWith(" ")) {
        addField(at.orElseThrow(), line);
      }
    }
  }

  private static boolean isType(String line) {
    return !line.isEmpty() && !line.startsWith(" ") && !line.startsWith("#");
  }

  private void addField(FieldType.Struct type, String line) {
    Matcher field = FIELD.matcher(line);
    if (!field.matches()) {
      throw new IllegalArgumentException("not a field: " + line);
    }
    int since = field.group("since") == null ? 0 : Integer.parseInt(field.group("since"));
    type.add(field.group("name"), new FieldType.Field(typeOf(field.group("type")), since));
  }

  private FieldType typeOf(String text) {
    if (text.startsWith("[]")) {
      return new FieldType.ListOf(typeOf(text.substring("[]".length())));
    }
    if (text.startsWith("map[string]")) {
      return new FieldType.MapOf(typeOf(text.substring("map[string]".length())));
    }
    if (text.equals("any")) {
      return new FieldType.Anything();
    }
    return ScalarKind.named(text).<FieldType>map(FieldType.Single::new).orElseGet(() -> type(text));
  }
}
