package dev.strake.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Agreement of the structural check alone with a real API server. */
class ApiVerdictsTest {

  /** What it found when it was last looked at; rules of the API find the rest. */
  private static final int REFUSALS_FOUND = 3290;

  @Test
  void nothingThatTheApiServerAcceptsIsRefused() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (ApiVerdicts.Verdict verdict : ApiVerdicts.read()) {
      List<Diagnostic> found = check(verdict);
      if (verdict.accepted() && !found.isEmpty()) {
        wrong.add(verdict.change() + ": " + found);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void mostOfWhatTheApiServerRefusesIsRefused() throws IOException {
    int found = 0;
    for (ApiVerdicts.Verdict verdict : ApiVerdicts.read()) {
      if (!verdict.accepted() && !check(verdict).isEmpty()) {
        found++;
      }
    }
    assertTrue(found >= REFUSALS_FOUND, "only " + found + " are refused");
  }

  /** Prints for each verdict, in order, how many findings there are, and the first. */
  public static void main(String[] arguments) throws IOException {
    for (ApiVerdicts.Verdict verdict : ApiVerdicts.read()) {
      List<Diagnostic> found = check(verdict);
      System.out.println(found.size() + "\t" + (found.isEmpty() ? "" : found.get(0)));
    }
  }

  private static List<Diagnostic> check(ApiVerdicts.Verdict verdict) {
    List<Diagnostic> found = new ArrayList<>();
    SourceFile file = SourceFile.of("object.json", verdict.object());
    Manifest object =
        YamlReader.withDefaultLimits().read(file, found::add).documents().stream()
            .flatMap(document -> Manifest.of(document.root(), null).stream())
            .findFirst()
            .orElse(null);
    if (object != null) {
      KubernetesSchemas schemas = KubernetesSchemas.forVersion("1.36").orElseThrow();
      schemas
          .find(object.ref().apiVersion(), object.ref().kind())
          .ifPresentOrElse(
              kind -> StructuralChecker.check(object, kind, found::add),
              () -> found.add(unknown(file)));
    } else if (found.isEmpty()) {
      found.add(unknown(file));
    }
    return found.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  private static Diagnostic unknown(SourceFile file) {
    return Diagnostic.of(Code.error("schema/unknown-kind"), file.beginning(), "unknown kind");
  }
}
