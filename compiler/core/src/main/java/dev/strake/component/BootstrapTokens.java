package dev.strake.component;

import dev.strake.value.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of bootstrap tokens. Messages never show a token, nor a part of it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/cluster-bootstrap/token/util/helpers.go">IsValidBootstrapToken,
 *     ValidateBootstrapGroupName and ValidateUsages in cluster-bootstrap</a>
 */
public final class BootstrapTokens {

  private static final Pattern TOKEN = Pattern.compile("[a-z0-9]{6}\\.[a-z0-9]{16}");
  private static final Pattern GROUP =
      Pattern.compile("system:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]");
  private static final String AUTHENTICATION = "authentication";

  /** What a token may be used for. */
  public static final List<String> USAGES = List.of("signing", AUTHENTICATION);

  private BootstrapTokens() {}

  /** Whether a text is six letters or digits, a dot and sixteen more, all lower case. */
  public static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  /** What to say of a text that is none, without showing it. */
  public static Problem notAToken() {
    return new Problem(
        "is not a bootstrap token",
        "a token is 6 lower-case letters or digits, a dot and 16 more; kubeadm token generate makes"
            + " one");
  }

  /** What is wrong with a group that a token is put into. */
  public static Optional<Problem> group(String text) {
    return GROUP.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "is %s, which no token can be put into".formatted(Quoted.of(text)),
                "begin it with system:bootstrappers: and go on with a-z, 0-9, ':' and '-'"));
  }

  /** What is wrong with a use. */
  public static Optional<Problem> usage(String text) {
    return USAGES.contains(text)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "is %s, which is no use of a token".formatted(Quoted.of(text)),
                "write signing or authentication"));
  }

  /** Whether a token with these uses may be in groups: only who authenticates is in any. */
  public static boolean mayHaveGroups(List<String> usages) {
    return usages.isEmpty() || usages.contains(AUTHENTICATION);
  }
}
