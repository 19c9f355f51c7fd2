package dev.strake.admission;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why nobody knows here what an expression gives. */
final class OpenReasons {

  /** What only a server has, by the words that expressions ask for it with. */
  private static final List<String> OF_SERVER =
      List.of("authorizer", "request.userInfo", "request.options");

  private OpenReasons() {}

  /** As the end of a sentence. */
  static String of(NativePolicy policy, Request request) {
    if (!policy.expressions().stream().allMatch(Expression::compiles)) {
      return "an expression of it does not compile";
    }
    String texts =
        policy.expressions().stream().map(Expression::text).collect(Collectors.joining("\n"));
    List<String> asked =
        OF_SERVER.stream()
            .filter(
                word -> Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(texts).find())
            .toList();
    return asked.isEmpty()
        ? Namespaces.unknown(request.namespace())
        : "only an API server knows " + String.join(" and ", asked);
  }
}
