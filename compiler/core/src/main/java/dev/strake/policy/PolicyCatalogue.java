package dev.strake.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All policies on one page, as Markdown. */
public final class PolicyCatalogue {

  private static final String HEAD =
      """
      # The policies

      <!-- Made from the policies' own files. Change those, then approve the page: see CONTRIBUTING.md. -->

      `strake policies list` prints the same table, and `strake policies show ID` what a policy asks for and why. Findings
      have the policy's id as their code. `--profile NAME` chooses which count; those of no profile count with `all` only.

      The scope is what a policy looks at: one `object`, one configuration of a `component`, a cluster's `spec`, or the
      whole `bundle` of objects. The gate `admission` means that the policy also compiles to a ValidatingAdmissionPolicy, so
      that the cluster enforces it; `merge`, that it is asked before the merge alone.

      What other tools check and Strake does not, and why, is in [policies-left-out.md](policies-left-out.md).
      """;

  private static final String BENCHMARK = "CIS Kubernetes Benchmark ";

  /** 5.1.2, or 5.1.2 to 5.1.13. */
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)*)\\.([0-9]+)(?: to [0-9.]*\\.([0-9]+))?");

  private PolicyCatalogue() {}

  /** The same policies give the same page, in whatever order they come. */
  public static String of(Collection<Policy> policies) {
    List<Policy> sorted = policies.stream().sorted(Comparator.comparing(Policy::id)).toList();
    StringBuilder page = new StringBuilder(HEAD);
    Map<String, List<Policy>> categories =
        sorted.stream()
            .collect(Collectors.groupingBy(Policy::category, TreeMap::new, Collectors.toList()));
    categories.forEach((category, members) -> category(category, members, page));
    benchmark(sorted, page);
    return page.toString();
  }

  private static void category(String category, List<Policy> policies, StringBuilder page) {
    page.append("\n## ").append(category).append("\n\n");
    page.append("| policy | what holds | severity | profiles | scope | gate |\n");
    page.append("|---|---|---|---|---|---|\n");
    for (Policy policy : policies) {
      page.append("| ").append(link(policy));
      page.append(" | ").append(policy.title().replace("|", "\\|"));
      page.append(" | ").append(policy.severity().id());
      page.append(" | ").append(String.join(", ", policy.profiles()));
      page.append(" | ").append(policy.scope());
      page.append(" | ").append(policy.gate()).append(" |\n");
    }
  }

  private static String link(Policy policy) {
    return "[%s](../policies/%s/README.md)".formatted(policy.id(), policy.id());
  }

  /** Which policies an auditor has to look at for a recommendation. */
  private static void benchmark(List<Policy> policies, StringBuilder page) {
    Map<String, List<Policy>> byNumber =
        new TreeMap<>(Comparator.comparing(PolicyCatalogue::parts, PolicyCatalogue::compare));
    for (Policy policy : policies) {
      numbers(policy)
          .forEach(number -> byNumber.computeIfAbsent(number, n -> new ArrayList<>()).add(policy));
    }
    page.append("\n## By recommendation of the CIS benchmark\n\n");
    page.append("CIS Kubernetes Benchmark 1.12. What is decided elsewhere is in");
    page.append(" [policies-left-out.md](policies-left-out.md#cis).\n\n");
    page.append("| recommendation | policies |\n|---|---|\n");
    byNumber.forEach(
        (number, members) ->
            page.append("| ")
                .append(number)
                .append(" | ")
                .append(
                    members.stream()
                        .map(PolicyCatalogue::link)
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .append(" |\n"));
  }

  private static Stream<String> numbers(Policy policy) {
    return policy.references().stream()
        .filter(reference -> reference.startsWith(BENCHMARK))
        .flatMap(reference -> NUMBER.matcher(reference).results())
        .flatMap(PolicyCatalogue::numbers)
        .distinct();
  }

  private static Stream<String> numbers(MatchResult found) {
    int first = Integer.parseInt(found.group(2));
    int last = found.group(3) == null ? first : Integer.parseInt(found.group(3));
    return IntStream.rangeClosed(first, last).mapToObj(number -> found.group(1) + "." + number);
  }

  private static List<Integer> parts(String number) {
    return Stream.of(number.split("\\.")).map(Integer::valueOf).toList();
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
