package dev.strake.report;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Severity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The codes of a log, each with what it means. */
final class SarifRules {

  private final List<Code> codes;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final RulePages pages;

  private SarifRules(List<Code> codes, RulePages pages) {
    this.codes = codes;
    this.pages = pages;
    codes.forEach(code -> indexes.put(code.id(), indexes.size()));
  }

  static SarifRules of(Stream<Code> used, RulePages pages) {
    // A code that a spec gives two weights is one rule, of the heavier one.
    List<Code> sorted =
        used.sorted(Comparator.comparing(Code::id).thenComparing(Code::severity)).toList();
    return new SarifRules(distinct(sorted), pages);
  }

  private static List<Code> distinct(List<Code> sorted) {
    Map<String, Code> first = new LinkedHashMap<>();
    sorted.forEach(code -> first.putIfAbsent(code.id(), code));
    return List.copyOf(first.values());
  }

  int index(Code code) {
    return Objects.requireNonNull(indexes.get(code.id()));
  }

  void write(JsonWriter json) {
    json.beginArray();
    codes.forEach(code -> rule(code, json.newLine()));
    json.endArray();
  }

  private void rule(Code code, JsonWriter json) {
    Optional<RulePage> page = pages.page(code.id());
    json.beginObject().field("id", code.id());
    text(page.map(RulePage::title).orElse(code.id()), json.name("shortDescription"));
    text(page.map(RulePage::summary).orElse(code.id()), json.name("fullDescription"));
    page.ifPresent(known -> help(known, json.name("help")));
    json.field("helpUri", CodeLink.of(code.id()));
    json.name("defaultConfiguration").beginObject();
    json.field("level", level(code.severity())).endObject();
    json.name("properties").beginObject().name("tags").beginArray();
    json.value(code.category()).endArray();
    json.field("problem.severity", problem(code.severity())).endObject().endObject();
  }

  private static void text(String text, JsonWriter json) {
    json.beginObject().field("text", text).endObject();
  }

  private static void help(RulePage page, JsonWriter json) {
    json.beginObject().field("text", page.markdown()).field("markdown", page.markdown());
    json.endObject();
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  /**
   * @see <a
   *     href="https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support">How
   *     GitHub weighs results</a>
   */
  private static String problem(Severity severity) {
    return severity == Severity.INFO ? "recommendation" : severity.id();
  }
}
