package dev.strake.policies;

import dev.strake.schema.KubernetesSchemas;
import dev.strake.source.SourceFile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The versions of Kubernetes that a case is about: all that are known, unless a comment on a line
 * of its own bounds them, as in {@code # kubernetes: >= 1.35} or {@code # kubernetes: < 1.35}.
 */
final class CaseVersions {

  private static final Pattern LINE =
      Pattern.compile("(?m)^# kubernetes: (?<bound>>=|<) 1\\.(?<minor>[0-9]{1,3})$");

  /** Anything that looks like such a comment. */
  private static final Pattern MEANT = Pattern.compile("(?m)^# *kubernetes *:");

  private CaseVersions() {}

  /** Their minor numbers, oldest first; none if the comment cannot be read or bounds them all. */
  static List<Integer> of(SourceFile file) {
    IntStream known = KubernetesSchemas.versions().stream().mapToInt(KubernetesSchemas::minorOf);
    Matcher line = LINE.matcher(file.text());
    if (!line.find()) {
      return MEANT.matcher(file.text()).find() ? List.of() : known.boxed().toList();
    }
    int bound = Integer.parseInt(line.group("minor"));
    boolean from = line.group("bound").equals(">=");
    return known.filter(minor -> from == minor >= bound).boxed().toList();
  }
}
