package dev.strake.policy;

import java.util.List;
import java.util.regex.Pattern;

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
