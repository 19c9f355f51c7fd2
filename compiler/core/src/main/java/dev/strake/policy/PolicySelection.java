package dev.strake.policy;

import dev.strake.value.Parsed;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which policies apply: those of the profile that a pattern of {@code only} names, if there are
 * any, and that no pattern of {@code skip} names.
 *
 * @param profile one of {@link Policy#PROFILES}, {@code all} or {@code none}
 * @param only patterns over ids in which {@code *} stands for any characters; empty for no limit
 * @param skip patterns of the same kind
 */
public record PolicySelection(String profile, List<String> only, List<String> skip) {

  /** What applies if the user says nothing. */
  public static final PolicySelection DEFAULT = profile("default");

  public PolicySelection {
    only = List.copyOf(only);
    skip = List.copyOf(skip);
  }

  public static PolicySelection profile(String profile) {
    return new PolicySelection(profile, List.of(), List.of());
  }

  /** A selection by a profile's name as a user wrote it. */
  public static Parsed<PolicySelection> parse(
      String profile, List<String> only, List<String> skip) {
    List<String> known = Stream.concat(Policy.PROFILES.stream(), Stream.of("all", "none")).toList();
    return known.contains(profile)
        ? Parsed.ok(new PolicySelection(profile, only, skip))
        : Parsed.bad("a profile: there are " + String.join(", ", known));
  }

  public boolean selects(Policy policy) {
    boolean inProfile = profile.equals("all") || policy.profiles().contains(profile);
    boolean wanted = only.isEmpty() || matchesAny(only, policy.id());
    return inProfile && wanted && !matchesAny(skip, policy.id());
  }

  private static boolean matchesAny(List<String> patterns, String id) {
    return patterns.stream().anyMatch(pattern -> glob(pattern).matcher(id).matches());
  }

  private static Pattern glob(String pattern) {
    return Pattern.compile("\\Q" + pattern.replaceAll("\\*+", "\\\\E.*\\\\Q") + "\\E");
  }
}
