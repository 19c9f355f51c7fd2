package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.diagnostic.Related;
import dev.strake.diagnostic.Suppressed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One finding of a SARIF log. */
final class SarifResult {

  /**
   * Not GitHub's own {@code primaryLocationLineHash}: its upload computes that from the lines, and
   * warns of every other value.
   */
  private static final String FINGERPRINT = "strake/v1";

  private SarifResult() {}

  /**
   * @param suppressions by which it does not count; none if it does
   */
  static void write(
      Finding finding, List<Suppressed> suppressions, SarifRules rules, JsonWriter json) {
    Diagnostic diagnostic = finding.diagnostic();
    json.beginObject()
        .field("ruleId", diagnostic.code().id())
        .field("ruleIndex", rules.index(diagnostic.code()))
        .field("level", SarifRules.level(diagnostic.severity()));
    message(Sentences.of(diagnostic), json.name("message"));
    json.name("locations").beginArray();
    SarifPlace.beginLocation(diagnostic.range(), json);
    logical(diagnostic.object(), json);
    json.endObject().endArray();
    related(diagnostic.related(), json);
    json.name("partialFingerprints").beginObject();
    json.field(FINGERPRINT, finding.fingerprint().digest()).endObject();
    suppressions(suppressions, json);
    fix(Secrets.mayShow(diagnostic) ? null : diagnostic.fix(), json);
    if (diagnostic.path() != null) {
      json.name("properties")
          .beginObject()
          .field("path", VisibleText.of(diagnostic.path()))
          .endObject();
    }
    json.endObject();
  }

  private static void logical(@Nullable ObjectRef object, JsonWriter json) {
    if (object != null) {
      String namespace = object.namespace() == null ? "" : object.namespace() + "/";
      json.name("logicalLocations").beginArray().beginObject();
      json.field("name", VisibleText.of(object.name()));
      String kind = object.apiVersion() + "/" + object.kind() + "/";
      json.field("fullyQualifiedName", VisibleText.of(kind + namespace + object.name()));
      json.field("kind", "resource").endObject().endArray();
    }
  }

  private static void related(List<Related> related, JsonWriter json) {
    if (related.isEmpty()) {
      return;
    }
    json.name("relatedLocations").beginArray();
    for (int i = 0; i < related.size(); i++) {
      SarifPlace.beginLocation(related.get(i).range(), json).field("id", i + 1);
      message(VisibleText.of(related.get(i).message()), json.name("message"));
      json.endObject();
    }
    json.endArray();
  }

  /** Always there: a log that tells of suppressions tells it of every result. */
  private static void suppressions(List<Suppressed> suppressions, JsonWriter json) {
    json.name("suppressions").beginArray();
    for (Suppressed suppressed : suppressions) {
      boolean inSource = suppressed.where() == Suppressed.Where.IN_SOURCE;
      json.beginObject().field("kind", inSource ? "inSource" : "external");
      json.field("justification", VisibleText.of(suppressed.reason())).endObject();
    }
    json.endArray();
  }

  private static void fix(@Nullable Fix fix, JsonWriter json) {
    if (fix == null) {
      return;
    }
    json.name("fixes").beginArray().beginObject();
    message(VisibleText.of(fix.title()), json.name("description"));
    json.name("artifactChanges").beginArray();
    editsByFile(fix).forEach((path, edits) -> change(path, edits, json));
    json.endArray().endObject().endArray();
  }

  private static Map<String, List<Fix.Edit>> editsByFile(Fix fix) {
    Map<String, List<Fix.Edit>> byFile = new LinkedHashMap<>();
    for (Fix.Edit edit : fix.edits()) {
      byFile.computeIfAbsent(edit.range().file().path(), path -> new ArrayList<>()).add(edit);
    }
    return byFile;
  }

  private static void change(String path, List<Fix.Edit> edits, JsonWriter json) {
    json.beginObject();
    SarifPlace.artifact(path, json.name("artifactLocation"));
    json.name("replacements").beginArray();
    for (Fix.Edit edit : edits) {
      json.beginObject();
      SarifPlace.region(edit.range(), json.name("deletedRegion"));
      json.name("insertedContent").beginObject().field("text", edit.text()).endObject();
      json.endObject();
    }
    json.endArray().endObject();
  }

  /**
   * Text of users in which a reader finds no placeholder and no link: braces are doubled, and a
   * space parts brackets from parentheses.
   *
   * @see <a
   *     href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317466">Messages
   *     with placeholders</a>
   */
  private static void message(String text, JsonWriter json) {
    String literal = text.replace("{", "{{").replace("}", "}}").replace("](", "] (");
    json.beginObject().field("text", literal).endObject();
  }
}
