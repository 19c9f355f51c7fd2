package dev.strake.cel;

import static dev.strake.cel.CelFunction.member;
import static dev.strake.cel.FunctionType.INT;
import static dev.strake.cel.FunctionType.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.strake.value.Quoted;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code find} and {@code findAll} with RE2's syntax, which takes linear time on any input.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-regex-library">Kubernetes
 *     regex library</a>
 */
final class RegexLibrary implements CelLibrary {

  @Override
  public List<CelFunction> functions() {
    FunctionType<?> strings = FunctionType.listOf(STRING);
    return List.of(
        member("find", "string_find_string", STRING, STRING, STRING, RegexLibrary::find),
        member(
            "findAll",
            "string_find_all_string",
            STRING,
            STRING,
            strings,
            (text, regex) -> findAll(text, regex, -1)),
        member(
            "findAll",
            "string_find_all_string_int",
            List.of(STRING, STRING, INT),
            strings,
            args -> findAll((String) args[0], (String) args[1], (Long) args[2])));
  }

  private static String find(String text, String regex) {
    Matcher matcher = compile(regex).matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  /**
   * @param limit negative for no limit
   */
  private static List<String> findAll(String text, String regex, long limit) {
    Matcher matcher = compile(regex).matcher(text);
    List<String> found = new ArrayList<>();
    while ((limit < 0 || found.size() < limit) && matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Pattern compile(String regex) {
    try {
      return PatternCache.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new CelFunctionFailure(Quoted.of(regex) + " is not a regular expression");
    }
  }
}
