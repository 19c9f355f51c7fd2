package dev.strake.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.Policy;
import dev.strake.policy.PolicyCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages about all policies. */
final class PolicyCatalogueTest {

  private static final Path PAGE = Path.of("../docs/policies.md");
  private static final Path LEFT_OUT = Path.of("../docs/policies-left-out.md");

  private static List<Policy> policies() {
    return BuiltInPolicies.load().stream().map(CompiledPolicy::policy).toList();
  }

  /** Approve a change with {@code -Dbless}. */
  @Test
  void theCatalogueIsUpToDate() throws IOException {
    String page = PolicyCatalogue.of(policies());
    if (System.getProperty("bless") != null) {
      assertFalse(System.getenv().containsKey("CI"), "nobody approves anything in CI");
      Files.writeString(PAGE, page);
    }
    assertEquals(Files.readString(PAGE), page, "approve docs/policies.md with -Dbless");
  }

  @Test
  void whatIsOfOtherToolsIsNotLeftOutAndThereAtOnce() throws IOException {
    Set<String> ids = policies().stream().map(Policy::id).collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();
    Pattern.compile("`([a-z-]+/[a-z0-9-]+)`")
        .matcher(Files.readString(LEFT_OUT))
        .results()
        .forEach(match -> named.add(match.group(1)));
    assertTrue(named.size() > 20, named::toString);
    // A name of ours on that page is where to look instead, and so has to be there.
    named.removeIf(id -> ids.contains(id) || id.matches("(api|schema|spec|compile|component)/.*"));
    assertEquals(Set.of(), named);
  }
}
