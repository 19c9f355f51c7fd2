package dev.strake.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds docs/maven-plugin.md to what the plugin's descriptor and the invoker builds say. */
class DocumentationTest {

  private static final Path PAGE = Path.of("../docs/maven-plugin.md");
  private static final Pattern SNIPPET = Pattern.compile("(?s)```xml\n(.*?)```");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` +\\| `(strake\\.\\w+)` +\\| (?:`([^`]+)`|[^|`]*?) *\\|");
  private static final Pattern CONFIGURED =
      Pattern.compile(
          "<(\\w+) implementation=\"[^\"]+\"(?: default-value=\"([^\"]+)\")?>"
              + "\\$\\{([\\w.]+)}</");
  private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");
  private static final Pattern GOAL =
      Pattern.compile("(?s)<goal>(\\w+)</goal>.*?<phase>([\\w-]+)</phase>");

  private String page = "";
  private String descriptor = "";

  @BeforeEach
  void read() throws IOException {
    page = Files.readString(PAGE);
    descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
  }

  @Test
  void theSnippetIsThePomOfAnInvokerBuild() throws IOException {
    String pom = Files.readString(Path.of("src/it/documented/pom.xml"));
    List<String> snippets =
        SNIPPET.matcher(page).results().map(shown -> unindented(shown.group(1))).toList();

    assertEquals(1, snippets.size());
    Matcher version = VERSION.matcher(descriptor);
    assertTrue(version.find());
    assertTrue(
        unindented(pom).replace("@project.version@", version.group(1)).contains(snippets.get(0)),
        pom);
  }

  @Test
  void everyParameterHasItsPropertyAndItsDefault() {
    assertEquals(
        rows(CONFIGURED.matcher(descriptor).results().map(DocumentationTest::configured).toList()),
        rows(ROW.matcher(page).results().map(DocumentationTest::documented).toList()));
  }

  @Test
  void everyGoalHasItsPhase() {
    for (MatchResult goal : GOAL.matcher(descriptor).results().toList()) {
      String row = "| `%s` | `%s` |".formatted(goal.group(1), goal.group(2));
      assertTrue(page.replaceAll(" +", " ").contains(row), row);
    }
  }

  private static String configured(MatchResult parameter) {
    String fallback = parameter.group(2) == null ? "none" : parameter.group(2);
    return parameter.group(1) + " " + parameter.group(3) + " " + fallback;
  }

  private static String documented(MatchResult row) {
    String fallback = row.group(3) == null ? "none" : row.group(3);
    return row.group(1) + " " + row.group(2) + " " + fallback;
  }

  private static List<String> rows(List<String> rows) {
    return rows.stream().distinct().sorted().toList();
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
  }
}
