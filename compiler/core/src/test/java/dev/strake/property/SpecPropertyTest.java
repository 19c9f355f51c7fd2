package dev.strake.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.policy.PolicySelection;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every seed is one case, so that a failure names what to run again. */
class SpecPropertyTest {

  private static final int SPECS = 60;
  private static final int MUTATIONS_OF_EACH = 25;

  private static List<Diagnostic> findings(String text) {
    Compilation compilation =
        new Compiler(List.of())
            .compile(
                new CompileRequest(
                    InMemoryTree.of("cluster.yaml", text),
                    LocalDate.of(2026, 7, 1),
                    PolicySelection.profile("none"),
                    Optional.empty()));
    return compilation.findings().diagnostics().stream()
        .filter(found -> !found.code().id().equals("compile/not-compiled"))
        .toList();
  }

  private static List<String> errors(Map<String, Object> tree) {
    return findings(RandomSpec.text(tree)).stream()
        .filter(found -> found.severity() == Severity.ERROR)
        .map(found -> found.code() + " " + found.message())
        .toList();
  }

  @Test
  void whatIsValidStaysValidInAnyOrderAndUnderOtherNames() {
    for (long seed = 0; seed < SPECS; seed++) {
      Map<String, Object> spec = RandomSpec.of(seed);
      String text = RandomSpec.text(spec);
      assertEquals(List.of(), errors(spec), "seed " + seed + "\n" + text);
      assertEquals(
          List.of(), errors(SpecMutation.reordered(spec, seed)), "reordered, seed " + seed);
      String renamed =
          text.replace("control-plane-", "b-").replace("pool-", "a-").replace("team-", "z-");
      assertEquals(
          List.of(),
          findings(renamed).stream().filter(f -> f.severity() == Severity.ERROR).toList(),
          "renamed, seed " + seed);
    }
  }

  @Test
  void whatAChangeBringsIsFoundAtTheChangeOrItsPartner() {
    List<String> astray = new ArrayList<>();
    int hits = 0;
    for (long seed = 0; seed < SPECS; seed++) {
      Map<String, Object> spec = RandomSpec.of(seed);
      Set<String> known = new HashSet<>();
      findings(RandomSpec.text(spec)).forEach(old -> known.add(old.code() + old.message()));
      for (int i = 0; i < MUTATIONS_OF_EACH; i++) {
        SpecMutation mutation = SpecMutation.of(spec, seed * 1000 + i);
        List<Diagnostic> brought =
            findings(RandomSpec.text(mutation.tree())).stream()
                .filter(found -> !known.contains(found.code() + found.message()))
                .toList();
        hits += brought.isEmpty() ? 0 : 1;
        astray.addAll(astray(mutation, brought, seed));
      }
    }

    assertEquals("", String.join("\n", astray));
    assertTrue(hits > SPECS * MUTATIONS_OF_EACH / 2, "most changes are mistakes, not " + hits);
  }

  /** What a change brought elsewhere, for messages. */
  private static List<String> astray(SpecMutation mutation, List<Diagnostic> brought, long seed) {
    String text = RandomSpec.text(mutation.tree());
    List<SourceRange> changed = changed(text, mutation);
    return brought.stream()
        .filter(found -> changed.stream().noneMatch(place -> touches(found, place)))
        .map(
            found ->
                "seed %d: %s gives %s in line %d: %s"
                    .formatted(
                        seed,
                        mutation.what(),
                        found.code(),
                        found.range().startPosition().line(),
                        found.message()))
        .toList();
  }

  private static boolean touches(Diagnostic found, SourceRange changed) {
    return Stream.concat(
            Stream.of(found.range()), found.related().stream().map(related -> related.range()))
        .anyMatch(range -> share(range, changed));
  }

  private static boolean share(SourceRange one, SourceRange other) {
    return one.startPosition().line() <= other.endPosition().line()
        && other.startPosition().line() <= one.endPosition().line();
  }

  /** What is gone is missed where the section begins that it was in. */
  private static List<SourceRange> changed(String text, SpecMutation mutation) {
    SourceFile file = SourceFile.of("cluster.yaml", text);
    YamlDocument document =
        YamlReader.withDefaultLimits().read(file, found -> {}).documents().get(0);
    return mutation.pointers().stream()
        .map(pointer -> place(document.root(), pointer))
        .map(place -> mutation.removal() ? file.range(place.start(), place.start()) : place)
        .toList();
  }

  /** From the key of a value, or from an item's first character, to its end. */
  private static SourceRange place(YamlNode root, String pointer) {
    NodePath path = NodePath.ROOT;
    SourceRange place = root.range();
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
      YamlNode at = path.find(root).orElseThrow();
      path = at instanceof YamlMapping ? path.key(step) : path.index(Integer.parseInt(step));
      place =
          at instanceof YamlMapping mapping
              ? mapping.entry(step).map(YamlEntry::range).orElseThrow()
              : path.find(root).orElseThrow().range();
    }
    return place;
  }
}
