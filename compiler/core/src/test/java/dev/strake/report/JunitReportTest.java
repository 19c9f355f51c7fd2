package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitReportTest {

  private static String render(Findings findings, ReportSettings settings) {
    return new JunitReport().render(findings, settings);
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void aSuiteForEachCodeAndACaseForEachFile() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="strake" tests="6" failures="1" errors="0" skipped="2" time="0">
          <testsuite name="strake" tests="1" failures="0" errors="0" skipped="0" time="0">
            <testcase classname="strake" name="summary" time="0">
              <system-out>1 error, 1 warning, 1 info in 2 files, 2 documents, 3 objects; \
        2 suppressed</system-out>
            </testcase>
          </testsuite>
          <testsuite name="labels/owner" tests="1" failures="0" errors="0" skipped="0" time="0">
            <testcase classname="labels.owner" name="apps/web.yaml" time="0" file="apps/web.yaml">
              <system-out>
        info[labels/owner]: no owner
         --&gt; apps/web.yaml:1:1
          |
        1 | kind: Pod
          | ^^^^^^^^^
        2 | spec:
          | ^^^^^
        3 |   \uD83D\uDEA2: replica
          |   ^^^^^^^^^^^
        4 |   b: 1
          |   ^^^^
        </system-out>
            </testcase>
          </testsuite>
          <testsuite name="pod-security/privileged" tests="1" failures="0" errors="0" skipped="1" \
        time="0">
            <testcase classname="pod-security.privileged" name="apps/web.yaml (suppressed)" \
        time="0" file="apps/web.yaml">
              <skipped message="needs &lt;all&gt; devices">
        error[pod-security/privileged]: 'a' is privileged
         --&gt; apps/web.yaml:4:3
          |
        4 |   b: 1
          |   ^^^^
        </skipped>
            </testcase>
          </testsuite>
          <testsuite name="rbac/wildcard" tests="2" failures="0" errors="0" skipped="1" time="0">
            <testcase classname="rbac.wildcard" name="apps/a b#1%:ä.yaml" time="0" \
        file="apps/a b#1%:ä.yaml">
              <system-out>
        warning[rbac/wildcard]: a {} verb [here](http://x)
         --&gt; apps/a b#1%:ä.yaml:1:1
          |
        1 | x: 1
          | ^
        </system-out>
            </testcase>
            <testcase classname="rbac.wildcard" name="apps/a b#1%:ä.yaml (suppressed)" time="0" \
        file="apps/a b#1%:ä.yaml">
              <skipped message="until OPS-12">
        warning[rbac/wildcard]: a * resource
         --&gt; apps/a b#1%:ä.yaml:1:4
          |
        1 | x: 1
          |    ^
        </skipped>
            </testcase>
          </testsuite>
          <testsuite name="spec/unknown-field" tests="1" failures="1" errors="0" skipped="0" \
        time="0">
            <testcase classname="spec.unknown-field" name="apps/web.yaml" time="0" \
        file="apps/web.yaml">
              <failure type="spec/unknown-field" message="line 3: no field &quot;replica&quot;">
        error[spec/unknown-field]: no field &quot;replica&quot;
         --&gt; apps/web.yaml:3:6
          |
        1 | kind: Pod
          | ---- the {0} kind [x](y)
        2 | spec:
        3 |   \uD83D\uDEA2: replica
          |       ^^^^^^^
          |
          = in: Deployment shop/web /spec/3/b
          = help: did you mean replicas?
          = fix: write replicas
        </failure>
            </testcase>
          </testsuite>
        </testsuites>
        """,
        render(ReportSamples.all(), ReportSamples.SETTINGS));
  }

  @ParameterizedTest
  @CsvSource({"error, 1", "warning, 2", "info, 3", "never, 0"})
  void theThresholdDecidesWhatFails(String threshold, int failures) throws Exception {
    ReportSettings settings = ReportSettings.PLAIN.with(Threshold.parse(threshold).orThrow());

    Document report = parse(render(ReportSamples.all(), settings));

    assertEquals(failures, elements(report, "failure").size());
    assertEquals(Integer.toString(failures), report.getDocumentElement().getAttribute("failures"));
  }

  @Test
  void withoutFindingsThereIsOneTestThatPasses() throws Exception {
    Document report =
        parse(render(Findings.of(List.of(), ReportSamples.COVERAGE), ReportSettings.PLAIN));

    assertEquals("1", report.getDocumentElement().getAttribute("tests"));
    assertEquals(1, elements(report, "testcase").size());
  }

  @Test
  void severalFindingsOfAFileAreOneCase() throws Exception {
    SourceFile file = SourceFile.of("a.yaml", "a: 1\nb: 2\n");
    Code code = Code.error("api/x");
    Diagnostic first = Diagnostic.of(code, file.range(0, 1), "one");
    Diagnostic second = Diagnostic.of(code, file.range(5, 6), "two");

    Document report =
        parse(
            render(
                Findings.of(List.of(second, first), ReportSamples.COVERAGE), ReportSettings.PLAIN));

    Element failure = elements(report, "failure").get(0);
    assertEquals(1, elements(report, "failure").size());
    assertEquals("line 1: one, and 1 more", failure.getAttribute("message"));
    assertTrue(failure.getTextContent().contains("b: 2"), failure.getTextContent());
  }

  @Test
  void whateverTheTextsItIsWellFormedAndCountsAreTrue() throws Exception {
    Document report = parse(render(ReportSamples.hostile(), ReportSettings.PLAIN));

    int cases = 0;
    for (Element suite : elements(report, "testsuite")) {
      int own = suite.getElementsByTagName("testcase").getLength();
      assertEquals(Integer.toString(own), suite.getAttribute("tests"));
      cases += own;
    }
    assertEquals(Integer.toString(cases), report.getDocumentElement().getAttribute("tests"));
    assertEquals(ReportSamples.HOSTILE.size(), elements(report, "failure").size());
    for (Element failure : elements(report, "failure")) {
      assertTrue(failure.getTextContent().length() < 20_000);
    }
  }

  @Test
  void theWriterLosesNoTextThatXmlHas() throws Exception {
    String text = "a\tb\r\nc\n<&>\"']]> \uD83D\uDEA2\u0085\u00a0";
    String xml =
        new XmlWriter()
            .begin("a")
            .attribute("b", text)
            .textAndEnd(text + "\u0000\uD83D\uFFFF")
            .toString();

    Element read = parse(xml).getDocumentElement();

    assertEquals(text, read.getAttribute("b"));
    assertEquals(text + "\uFFFD\uFFFD\uFFFD", read.getTextContent());
  }
}
