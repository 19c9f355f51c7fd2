package dev.strake.cel;

import static dev.strake.cel.CelFunction.global;
import static dev.strake.cel.CelFunction.member;
import static dev.strake.cel.FunctionType.BOOL;
import static dev.strake.cel.FunctionType.INT;
import static dev.strake.cel.FunctionType.STRING;

import dev.strake.value.Quoted;
import java.util.List;

/**
 * Semantic versions.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-semver-library">Kubernetes
 *     Semver library</a>
 */
final class SemverLibrary implements CelLibrary {

  private static final FunctionType<Semver> SEMVER =
      FunctionType.opaque("kubernetes.Semver", Semver.class);

  @Override
  public int sinceMinor() {
    return 33;
  }

  @Override
  public List<CelFunction> functions() {
    return List.of(
        global("semver", "string_to_semver", STRING, SEMVER, text -> parse(text, false)),
        global("semver", "string_bool_to_semver", STRING, BOOL, SEMVER, SemverLibrary::parse),
        global("isSemver", "is_semver_string", STRING, BOOL, text -> isSemver(text, false)),
        global("isSemver", "is_semver_string_bool", STRING, BOOL, BOOL, SemverLibrary::isSemver),
        member("major", "semver_major", SEMVER, INT, Semver::major),
        member("minor", "semver_minor", SEMVER, INT, Semver::minor),
        member("patch", "semver_patch", SEMVER, INT, Semver::patch),
        member(
            "isLessThan",
            "semver_is_less_than",
            SEMVER,
            SEMVER,
            BOOL,
            (a, b) -> a.compareTo(b) < 0),
        member(
            "isGreaterThan",
            "semver_is_greater_than",
            SEMVER,
            SEMVER,
            BOOL,
            (a, b) -> a.compareTo(b) > 0),
        member(
            "compareTo",
            "semver_compare_to",
            SEMVER,
            SEMVER,
            INT,
            (a, b) -> (long) Integer.signum(a.compareTo(b))));
  }

  private static Semver parse(String text, boolean normalize) {
    return Semver.parse(normalize ? Semver.normalized(text) : text)
        .orElseThrow(() -> new CelFunctionFailure(Quoted.of(text) + " is not a semantic version"));
  }

  private static boolean isSemver(String text, boolean normalize) {
    return Semver.parse(normalize ? Semver.normalized(text) : text).isPresent();
  }
}
