package dev.strake.sync.host;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words of a command that mean the same to every shell, because none of them has a letter that any
 * shell would obey. What needs more comes in on standard input.
 */
public record RemoteCommand(List<String> words) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");

  public RemoteCommand {
    words = List.copyOf(words);
    for (String word : words) {
      if (!PLAIN.matcher(word).matches()) {
        throw new IllegalArgumentException("not a plain word: " + word);
      }
    }
  }

  static RemoteCommand of(String... words) {
    return new RemoteCommand(Arrays.asList(words));
  }

  /**
   * As a login shell takes it.
   *
   * @param root whether the login is root's; others become root by sudo, which must not ask
   */
  public String line(boolean root) {
    return (root ? "" : "sudo -n -- ") + String.join(" ", words);
  }
}
