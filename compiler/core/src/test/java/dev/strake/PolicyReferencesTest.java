package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.spec.Specs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReferencesTest {

  private static final List<String> KNOWN =
      List.of("images/allowed-registries", "resources/memory-limit");

  private static List<Diagnostic> check(String policies) {
    List<Diagnostic> found = new ArrayList<>();
    new PolicyReferences(KNOWN, found::add).check(Specs.bound(Specs.SMALL + policies));
    return found;
  }

  private static String severity(String id) {
    return "  policies: {severities: {%s: info}}\n".formatted(id);
  }

  @Test
  void knownPoliciesAreFine() {
    assertEquals(List.of(), check(""));
    assertEquals(List.of(), check(severity("resources/memory-limit")));
  }

  @Test
  void proposesTheOneThatIsMeant() {
    List<Diagnostic> found = check(severity("resources/memory-limits"));

    assertEquals(1, found.size());
    assertEquals("did you mean resources/memory-limit?", found.get(0).help());
  }

  @Test
  void proposesNothingFarOff() {
    List<Diagnostic> found = check(severity("pods/no-such-thing"));

    assertEquals(1, found.size());
    assertEquals(
        "remove it, or write a policy's id: strake policies list names them all",
        found.get(0).help());
  }
}
