package dev.strake.helm;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes templates' access to a cluster away: the function {@code lookup} finds nothing, as it does
 * when {@code helm template} renders. The library would ask the cluster that it finds.
 *
 * @see <a
 *     href="https://helm.sh/docs/chart_template_guide/functions_and_pipelines/#using-the-lookup-function">Helm:
 *     the lookup function</a>
 */
final class NoLookup {

  private static final Pattern TEMPLATE = Pattern.compile("(?:charts/[^/]+/)*templates/.*");

  /** What stands between braces: comments and texts are left alone, and names with a dot before. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\\\n])*\"|`[^`]*`|(?<call>(?<![\\w.$])lookup(?!\\w))|\\}\\}",
          Pattern.DOTALL);

  private static final String ACTION = "{{";

  /** Takes as many names as there may be, and gives an empty mapping as well. */
  private static final String NOTHING = "omit (dict)";

  private NoLookup() {}

  /** The same files, with templates that ask for nothing; their lines stay where they are. */
  static SortedMap<String, byte[]> in(SortedMap<String, byte[]> files) {
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    changed.replaceAll(
        (path, bytes) -> TEMPLATE.matcher(path).matches() ? withoutLookup(bytes) : bytes);
    return changed;
  }

  private static byte[] withoutLookup(byte[] template) {
    // Each byte is a character here, so that what is no UTF-8 stays as it is.
    String text = new String(template, StandardCharsets.ISO_8859_1);
    return text.contains("lookup")
        ? withoutLookup(text).getBytes(StandardCharsets.ISO_8859_1)
        : template;
  }

  static String withoutLookup(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int action = text.indexOf(ACTION); action >= 0; action = text.indexOf(ACTION, at)) {
      out.append(text, at, action + ACTION.length());
      at = copyAction(text, action + ACTION.length(), out);
    }
    return out.append(text, at, text.length()).toString();
  }

  /** Copies to the end of an action, and says where that is. */
  private static int copyAction(String text, int from, StringBuilder out) {
    Matcher token = TOKEN.matcher(text);
    int at = from;
    while (token.find(at)) {
      out.append(text, at, token.start());
      out.append(token.group("call") == null ? token.group() : NOTHING);
      at = token.end();
      if (token.group().equals("}}")) {
        return at;
      }
    }
    out.append(text, at, text.length());
    return text.length();
  }
}
