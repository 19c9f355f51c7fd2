package dev.strake.report;

import dev.strake.difference.FieldChange;
import dev.strake.difference.FileChange;
import dev.strake.difference.FileChange.Kind;
import dev.strake.difference.ObjectChange;
import dev.strake.difference.OutputDifference;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.Locale;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What a change does to the output, for scripts: one object, a changed file a line. */
public final class DifferenceJson {

  private static final int VERSION = 1;

  private final BinaryOperator<String> lineDifference;

  /**
   * @param lineDifference of two texts, the earlier one first
   */
  public DifferenceJson(BinaryOperator<String> lineDifference) {
    this.lineDifference = lineDifference;
  }

  /**
   * The whole text.
   *
   * @param base the commit that the output was compared with
   */
  public String render(OutputDifference difference, String base) {
    JsonWriter json = new JsonWriter();
    json.beginObject().field("version", VERSION).field("base", base);
    json.name("summary").beginObject();
    for (Kind kind : Kind.values()) {
      json.field(word(kind), (int) difference.count(kind));
    }
    json.endObject().name("changes").beginArray();
    difference.changes().forEach(change -> file(change, json.newLine()));
    json.endArray().endObject();
    return json + "\n";
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void file(FileChange change, JsonWriter json) {
    json.beginObject()
        .field("cluster", change.cluster())
        .field("path", change.path())
        .field("change", word(change.kind()))
        .name("objects")
        .beginArray();
    ObjectChange.of(change).forEach(object -> object(object, json));
    json.endArray().field("lines", lines(change)).endObject();
  }

  /** Null for files that are told by their objects, and for those that are new or gone. */
  private @Nullable String lines(FileChange change) {
    if (change.before() == null
        || change.after() == null
        || !change.after().documents().isEmpty()) {
      return null;
    }
    return lineDifference.apply(change.before().text(), change.after().text());
  }

  private static void object(ObjectChange change, JsonWriter json) {
    json.beginObject()
        .field("apiVersion", change.object().apiVersion())
        .field("kind", change.object().kind())
        .field("namespace", change.object().namespace())
        .field("name", change.object().name())
        .field("change", word(change.kind()))
        .name("fields")
        .beginArray();
    boolean secret = Secrets.isSecret(change.object());
    for (FieldChange field : change.fields()) {
      json.beginObject().field("path", field.path().pointer());
      value(field.before(), secret, json.name("before"));
      value(field.after(), secret, json.name("after"));
      json.endObject();
    }
    json.endArray().endObject();
  }

  private static void value(@Nullable YamlNode node, boolean secret, JsonWriter json) {
    if (node == null || secret) {
      json.value((String) null);
    } else if (node instanceof YamlMapping mapping) {
      json.beginObject();
      mapping.entries().forEach(entry -> value(entry.value(), false, json.name(entry.name())));
      json.endObject();
    } else if (node instanceof YamlSequence list) {
      json.beginArray();
      list.items().forEach(item -> value(item, false, json));
      json.endArray();
    } else {
      scalar((YamlScalar) node, json);
    }
  }

  private static void scalar(YamlScalar scalar, JsonWriter json) {
    if (scalar.isString()) {
      json.value(scalar.text());
    } else {
      json.literal(scalar.value());
    }
  }
}
