package dev.strake.component;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CPUs as Linux lists them: {@code 0-3,8}.
 *
 * @see <a href="https://github.com/kubernetes/utils/blob/master/cpuset/cpuset.go">cpuset.Parse</a>
 */
final class CpuList {

  private static final Pattern RANGE =
      Pattern.compile("(?<first>[0-9]{1,6})(-(?<last>[0-9]{1,6}))?");

  private CpuList() {}

  static boolean isCpuList(String text) {
    for (String part : text.split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches()) {
        return false;
      }
      String last = range.group("last");
      if (last != null && Integer.parseInt(range.group("first")) > Integer.parseInt(last)) {
        return false;
      }
    }
    return true;
  }
}
