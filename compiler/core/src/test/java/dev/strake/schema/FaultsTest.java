package dev.strake.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.SourceMap;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What findings say; where they stand is for the fixtures. */
class FaultsTest {

  private static final String HEAD = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";

  @Test
  void aMisspeltFieldCanBeFixed() {
    Diagnostic finding = only(HEAD + "spec: {ports: [{port: 80, nodeprot: 30080}]}");

    assertEquals("unknown field \"nodeprot\"", finding.message());
    assertEquals("did you mean nodePort?", finding.help());
    assertEquals("/spec/ports/0/nodeprot", finding.path());
    assertEquals("nodePort", edit(finding).text());
    assertEquals("nodeprot", edit(finding).range().text());
  }

  @Test
  void aFieldThatIsThereAlreadyIsNotWhatWasMeant() {
    Diagnostic finding = only(HEAD + "spec: {ports: [{port: 80, prot: 80, protocol: TCP}]}");

    assertEquals(null, finding.fix());
  }

  @Test
  void quotesArePutOnAndTakenOff() {
    Diagnostic unquoted = only(HEAD + "spec: {ports: [{port: 80}], selector: {v: 1.10}}");
    Diagnostic quoted = only(HEAD + "spec: {ports: [{port: '80'}]}");

    assertEquals("spec.selector.v must be a string, not a number", unquoted.message());
    assertEquals("\"1.10\"", edit(unquoted).text());
    assertEquals("spec.ports[0].port must be a whole number, not a string", quoted.message());
    assertEquals("80", edit(quoted).text());
  }

  @Test
  void secretsStayOutOfMessages() {
    String text =
        "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a: p4ssw0rd!, b: 12345678}";
    for (Diagnostic finding : check(text)) {
      assertFalse((finding.message() + finding.help()).contains("p4ss"), finding.toString());
      assertFalse((finding.message() + finding.help()).contains("12345678"), finding.toString());
    }
    assertEquals(2, check(text).size());
  }

  @Test
  void aGeneratedObjectPointsAtTheSpecAndHasNoFix() {
    SourceFile spec = SourceFile.of("cluster.yaml", "kind: Cluster\n");
    SourceRange cause = spec.range(0, 4);
    List<Diagnostic> found = new ArrayList<>();
    YamlNode root = read(HEAD + "spec: {prots: []}", found);
    Manifest generated =
        Manifest.of(root, SourceMap.of(spec.beginning()).with(NodePath.of("spec"), cause))
            .orElseThrow();
    new SchemaCheck(KubernetesSchemas.newest()).check(generated, found::add);

    assertEquals(1, found.size());
    assertEquals(cause, found.get(0).range());
    assertEquals("service.yaml", found.get(0).related().get(0).range().file().path());
    assertEquals(null, found.get(0).fix());
  }

  private static Fix.Edit edit(Diagnostic finding) {
    return finding.fix().edits().get(0);
  }

  private static Diagnostic only(String text) {
    List<Diagnostic> found = check(text);
    assertEquals(1, found.size(), found.toString());
    return found.get(0);
  }

  private static List<Diagnostic> check(String text) {
    List<Diagnostic> found = new ArrayList<>();
    Manifest object = Manifest.of(read(text, found), null).orElseThrow();
    new SchemaCheck(KubernetesSchemas.newest()).check(object, found::add);
    return found;
  }

  private static YamlNode read(String text, List<Diagnostic> found) {
    SourceFile file = SourceFile.of("service.yaml", text);
    return YamlReader.withDefaultLimits().read(file, found::add).documents().get(0).root();
  }
}
