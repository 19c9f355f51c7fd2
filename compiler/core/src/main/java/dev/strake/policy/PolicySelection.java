package dev.strake.policy;

import dev.strake.value.Parsed;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which policies apply: those of the profile that a pattern of {@code only} names, if there are
 * any, and that no pattern of {@code skip} names.
 *
 * @param profile one of {@link Policy#PROFILES}, {@code all} or {@code none}; empty for each
 *     cluster's own, which is {@code default} where nobody says otherwise
 * @param only patterns over ids in which {@code *} stands for any characters; empty for no limit
 * @param skip patterns of the same kind
 */
public record PolicySelection(String profile, List<String> only, List<String> skip) {

  /** What applies if the user says nothing. */
  public static final PolicySelection DEFAULT = profile("");

  private static final String OF_NOBODY = "default";

  public PolicySelection {
    only = List.copyOf(only);
    skip = List.copyOf(skip);
  }

  public static PolicySelection profile(String profile) {
    return new PolicySelection(profile, List.of(), List.of());
  }

  /** A selection by a profile's name as a user wrote it; empty if he did not. */
  public static Parsed<PolicySelection> parse(
      String profile, List<String> only, List<String> skip) {
    List<String> known = Stream.concat(Policy.PROFILES.stream(), Stream.of("all", "none")).toList();
    return profile.isEmpty() || known.contains(profile)
        ? Parsed.ok(new PolicySelection(profile, only, skip))
        : Parsed.bad("a profile: there are " + String.join(", ", known));
  }

  /** The same for a cluster whose own profile counts if no other was asked for. */
  public PolicySelection forCluster(String ownProfile) {
    return profile.isEmpty() ? new PolicySelection(ownProfile, only, skip) : this;
  }

  public boolean selects(Policy policy) {
    String counts = profile.isEmpty() ? OF_NOBODY : profile;
    boolean inProfile = counts.equals("all") || policy.profiles().contains(counts);
    return inProfile && wants(policy.id());
  }

  /** The same for a policy that is part of every profile: all but {@code none} select it. */
  public boolean selects(String id) {
    return !profile.equals("none") && wants(id);
  }

  private boolean wants(String id) {
    return (only.isEmpty() || matchesAny(only, id)) && !matchesAny(skip, id);
  }

  /** Whether the policy may apply to some cluster, whatever profile that chooses. */
  public boolean maySelect(Policy policy) {
    return (profile.isEmpty() ? new PolicySelection("all", only, skip) : this).selects(policy);
  }

  private static boolean matchesAny(List<String> patterns, String id) {
    return patterns.stream().anyMatch(pattern -> glob(pattern).matcher(id).matches());
  }

  private static Pattern glob(String pattern) {
    return Pattern.compile("\\Q" + pattern.replaceAll("\\*+", "\\\\E.*\\\\Q") + "\\E");
  }
}
