package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Suppressed;
import dev.strake.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * For build servers that read test reports: a suite for each code, in it a test case for each file.
 * It fails if one of the findings in the file is at or over the threshold; lighter ones are its
 * output, and what somebody has given leave for is a skipped case. The first suite always passes,
 * because servers take a report without tests for a mistake.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">What tools understand</a>
 */
final class JunitReport implements ReportFormat {

  private static final String SUITES = "strake";

  /** The findings of a code in a file. */
  private record Case(String file, List<Diagnostic> findings, List<Suppressed> suppressed) {

    static Case of(String file) {
      return new Case(file, new ArrayList<>(), new ArrayList<>());
    }

    boolean fails(Threshold threshold) {
      return findings.stream().anyMatch(threshold::isReachedBy);
    }
  }

  @Override
  public String id() {
    return "junit";
  }

  @Override
  public List<String> fileEndings() {
    return List.of(".xml");
  }

  @Override
  public String render(Findings findings, ReportSettings settings) {
    Map<String, Map<String, Case>> suites = suites(findings);
    List<Case> all = suites.values().stream().flatMap(s -> s.values().stream()).toList();
    XmlWriter xml = new XmlWriter();
    xml.begin("testsuites").attribute("name", SUITES);
    counts(all, 1, settings.threshold(), xml);
    summary(findings, xml);
    suites.forEach((code, cases) -> suite(code, cases, settings.threshold(), xml));
    return xml.end().toString();
  }

  /** By code, then by file. */
  private static Map<String, Map<String, Case>> suites(Findings findings) {
    Map<String, Map<String, Case>> suites = new TreeMap<>();
    findings.diagnostics().forEach(found -> of(found, suites).findings().add(found));
    findings.suppressed().forEach(s -> of(s.finding(), suites).suppressed().add(s));
    return suites;
  }

  private static Case of(Diagnostic finding, Map<String, Map<String, Case>> suites) {
    return suites
        .computeIfAbsent(finding.code().id(), code -> new TreeMap<>())
        .computeIfAbsent(finding.range().file().path(), Case::of);
  }

  private static void counts(List<Case> cases, int more, Threshold threshold, XmlWriter xml) {
    int tests = (int) cases.stream().filter(c -> !c.findings().isEmpty()).count();
    int skipped = (int) cases.stream().filter(c -> !c.suppressed().isEmpty()).count();
    xml.attribute("tests", tests + skipped + more)
        .attribute("failures", (int) cases.stream().filter(c -> c.fails(threshold)).count())
        .attribute("errors", 0)
        .attribute("skipped", skipped)
        .attribute("time", 0);
  }

  private static void summary(Findings findings, XmlWriter xml) {
    xml.begin("testsuite").attribute("name", SUITES);
    xml.attribute("tests", 1).attribute("failures", 0).attribute("errors", 0);
    xml.attribute("skipped", 0).attribute("time", 0);
    testCase(SUITES, "summary", xml);
    xml.begin("system-out").textAndEnd(SummaryLine.of(findings.summary())).end().end();
  }

  private static void suite(
      String code, Map<String, Case> cases, Threshold threshold, XmlWriter xml) {
    xml.begin("testsuite").attribute("name", code);
    counts(List.copyOf(cases.values()), 0, threshold, xml);
    for (Case each : cases.values()) {
      found(code, each, threshold, xml);
      suppressed(code, each, xml);
    }
    xml.end();
  }

  private static void found(String code, Case each, Threshold threshold, XmlWriter xml) {
    if (each.findings().isEmpty()) {
      return;
    }
    String file = VisibleText.of(each.file());
    testCase(className(code), file, xml).attribute("file", file);
    if (each.fails(threshold)) {
      xml.begin("failure").attribute("type", code).attribute("message", headline(each));
    } else {
      xml.begin("system-out");
    }
    xml.textAndEnd(text(each.findings())).end();
  }

  private static void suppressed(String code, Case each, XmlWriter xml) {
    if (each.suppressed().isEmpty()) {
      return;
    }
    String file = VisibleText.of(each.file());
    String reason = VisibleText.of(each.suppressed().get(0).reason());
    testCase(className(code), file + " (suppressed)", xml).attribute("file", file);
    xml.begin("skipped").attribute("message", reason);
    xml.textAndEnd(text(each.suppressed().stream().map(Suppressed::finding).toList())).end();
  }

  private static XmlWriter testCase(String className, String name, XmlWriter xml) {
    return xml.begin("testcase")
        .attribute("classname", className)
        .attribute("name", name)
        .attribute("time", 0);
  }

  /** Readers take what is before the last dot for a package. */
  private static String className(String code) {
    return code.replace('/', '.');
  }

  private static String headline(Case each) {
    Diagnostic first = each.findings().get(0);
    Position start = first.range().startPosition();
    int more = each.findings().size() - 1;
    return "line %s: %s%s"
        .formatted(
            start.line(),
            VisibleText.of(first.message()),
            more == 0 ? "" : ", and %s more".formatted(more));
  }

  private static String text(List<Diagnostic> findings) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic finding : findings) {
      text.append('\n').append(TextReport.finding(finding, Ansi.OFF));
    }
    return text.toString();
  }
}
