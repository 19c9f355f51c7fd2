package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.diagnostic.Related;
import dev.strake.source.Position;
import dev.strake.source.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For scripts: one object, every key always there, one finding a line. {@code report.schema.json}
 * in the schemas module is its contract.
 */
final class JsonReport implements ReportFormat {

  private static final int VERSION = 1;

  @Override
  public String id() {
    return "json";
  }

  @Override
  public List<String> fileEndings() {
    return List.of(".json");
  }

  @Override
  public String render(Findings findings, ReportSettings settings) {
    JsonWriter json = new JsonWriter();
    json.beginObject().field("version", VERSION);
    summary(findings.summary(), json.name("summary"));
    json.name("diagnostics").beginArray();
    for (Diagnostic diagnostic : findings.diagnostics()) {
      diagnostic(diagnostic, json.newLine());
    }
    json.endArray().endObject();
    return json + "\n";
  }

  private static void summary(Summary summary, JsonWriter json) {
    Coverage coverage = summary.coverage();
    json.beginObject()
        .field("files", coverage.files())
        .field("documents", coverage.documents())
        .field("objects", coverage.objects())
        .field("clusters", coverage.clusters())
        .field("errors", summary.errors())
        .field("warnings", summary.warnings())
        .field("infos", summary.infos())
        .field("notChecked", coverage.notChecked())
        .field("ignored", coverage.ignored())
        .field("suppressed", summary.suppressed())
        .field("known", summary.known())
        .endObject();
  }

  private static void diagnostic(Diagnostic diagnostic, JsonWriter json) {
    json.beginObject()
        .field("code", diagnostic.code().id())
        .field("severity", diagnostic.severity().id())
        .field("message", diagnostic.message());
    place(diagnostic.range(), json);
    json.field("path", diagnostic.path());
    object(diagnostic.object(), json.name("object"));
    json.field("help", diagnostic.help()).field("docs", CodeLink.of(diagnostic.code().id()));
    fix(Secrets.mayShow(diagnostic) ? null : diagnostic.fix(), json.name("fix"));
    related(diagnostic.related(), json.name("related"));
    json.endObject();
  }

  private static void place(SourceRange range, JsonWriter json) {
    Position start = range.startPosition();
    Position end = range.endPosition();
    json.field("file", range.file().path())
        .field("line", start.line())
        .field("column", start.column())
        .field("endLine", end.line())
        .field("endColumn", end.column());
  }

  private static void object(@Nullable ObjectRef object, JsonWriter json) {
    if (object == null) {
      json.value((String) null);
      return;
    }
    json.beginObject()
        .field("apiVersion", object.apiVersion())
        .field("kind", object.kind())
        .field("namespace", object.namespace())
        .field("name", object.name())
        .endObject();
  }

  private static void fix(@Nullable Fix fix, JsonWriter json) {
    if (fix == null) {
      json.value((String) null);
      return;
    }
    json.beginObject().field("title", fix.title()).name("edits").beginArray();
    for (Fix.Edit edit : fix.edits()) {
      json.beginObject();
      place(edit.range(), json);
      json.field("text", edit.text()).endObject();
    }
    json.endArray().endObject();
  }

  private static void related(List<Related> related, JsonWriter json) {
    json.beginArray();
    for (Related other : related) {
      json.beginObject();
      place(other.range(), json);
      json.field("message", other.message()).endObject();
    }
    json.endArray();
  }
}
