package dev.strake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.schema.ApiVerdicts;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.schema.SchemaCheck;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Agreement with a real API server on objects that are one small change away from good ones. */
class AgreementTest {

  private static final ApiContext SERVER = ApiContext.ofMinor(36);

  /** What the two checks found in an object, one after the other. */
  private record Outcome(
      String kind, String change, boolean accepted, List<Diagnostic> schema, List<Diagnostic> api) {

    boolean isRefused() {
      return !schema.isEmpty() || !api.isEmpty();
    }

    @Override
    public String toString() {
      return kind + " " + change + " " + api;
    }
  }

  private static List<Outcome> outcomes() throws IOException {
    SchemaCheck schema = new SchemaCheck(KubernetesSchemas.forVersion("1.36").orElseThrow());
    List<Outcome> outcomes = new ArrayList<>();
    for (ApiVerdicts.Verdict verdict : ApiVerdicts.read()) {
      outcomes.add(outcome(verdict, schema));
    }
    return outcomes;
  }

  private static Outcome outcome(ApiVerdicts.Verdict verdict, SchemaCheck check) {
    List<Diagnostic> unreadable = new ArrayList<>();
    SourceFile file = SourceFile.of("object.json", verdict.object());
    Optional<Manifest> object =
        YamlReader.withDefaultLimits().read(file, unreadable::add).documents().stream()
            .flatMap(document -> Manifest.of(document.root(), null).stream())
            .findFirst();
    if (object.isEmpty()) {
      Diagnostic none = Diagnostic.of(ApiCode.MISSING_FIELD, file.beginning(), "no object");
      return new Outcome("none", verdict.change(), verdict.accepted(), List.of(none), List.of());
    }
    List<Diagnostic> schema = new ArrayList<>();
    check.check(object.get(), schema::add);
    schema.removeIf(finding -> finding.severity() != Severity.ERROR);
    List<Diagnostic> api = ApiRules.check(object.get(), SERVER);
    return new Outcome(
        object.get().ref().kind(), verdict.change(), verdict.accepted(), schema, api);
  }

  @Test
  void nothingThatTheServerAcceptsIsRefused() throws IOException {
    List<Outcome> wrong = outcomes().stream().filter(o -> o.accepted && !o.api.isEmpty()).toList();

    assertEquals(List.of(), wrong);
  }

  @Test
  void everythingThatTheServerRefusesIsRefused() throws IOException {
    List<Outcome> missed = outcomes().stream().filter(o -> !o.accepted && !o.isRefused()).toList();

    assertEquals(List.of(), missed);
  }

  /** Half of these objects are broken in ways that rules have to bear, whatever the version. */
  @Test
  void noVersionBreaksARule() throws IOException {
    for (ApiVerdicts.Verdict verdict : ApiVerdicts.read()) {
      SourceFile file = SourceFile.of("object.json", verdict.object());
      YamlReader.withDefaultLimits().read(file, finding -> {}).documents().stream()
          .flatMap(document -> Manifest.of(document.root(), null).stream())
          .forEach(
              object -> {
                for (int minor = 30; minor <= 37; minor++) {
                  ApiRules.check(object, ApiContext.ofMinor(minor));
                }
              });
    }
  }

  @Test
  void whatWasReportedBeforeIsNotReportedAgain() throws IOException {
    SchemaCheck check = new SchemaCheck(KubernetesSchemas.forVersion("1.36").orElseThrow());
    String text =
        """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{}}
        """;
    Manifest pod =
        YamlReader.withDefaultLimits()
            .read(SourceFile.of("pod.json", text), finding -> {})
            .documents()
            .stream()
            .flatMap(document -> Manifest.of(document.root(), null).stream())
            .findFirst()
            .orElseThrow();
    List<Diagnostic> schema = new ArrayList<>();
    check.check(pod, schema::add);

    assertEquals("/spec/containers", schema.get(0).path());
    assertTrue(ApiRules.check(pod, SERVER, schema).isEmpty());
    assertEquals(1, ApiRules.check(pod, SERVER).size());
  }

  /** How often the rules and the server agreed about a kind. */
  private static final class Score {
    private int bySchema;
    private int byRules;
    private int missed;
    private int accepted;
    private int wrong;

    private void add(Outcome outcome, PrintStream out) {
      if (outcome.accepted) {
        accepted++;
        if (outcome.isRefused()) {
          wrong++;
          out.println("wrong: " + outcome);
        }
      } else if (!outcome.schema.isEmpty()) {
        bySchema++;
      } else if (!outcome.api.isEmpty()) {
        byRules++;
      } else {
        missed++;
        out.println("missed: " + outcome);
      }
    }
  }

  /** Prints what is missed, and the figures by kind. */
  public static void main(String[] arguments) throws IOException {
    Map<String, Score> scores = new TreeMap<>();
    for (Outcome outcome : outcomes()) {
      scores.computeIfAbsent(outcome.kind, kind -> new Score()).add(outcome, System.out);
    }
    String line = "%-34s %9s %8s %6s %8s %5s%n";
    System.out.printf(line, "kind", "by schema", "by rules", "missed", "accepted", "wrong");
    scores.forEach(
        (kind, s) ->
            System.out.printf(line, kind, s.bySchema, s.byRules, s.missed, s.accepted, s.wrong));
  }
}
