package dev.strake.git;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Where a symbolic link of a commit leads. */
sealed interface LinkTarget {

  String FOLDER = "it is a link to a folder, and those are not followed";

  /** Linux follows forty. */
  int MOST_LINKS = 40;

  /** Goes on with the path from the root, or with the reason why the link is not followed. */
  <T> T match(Function<String, T> inside, Function<String, T> refused);

  /**
   * @param path of the link
   * @param text of the link
   * @param followed how many links have led here
   */
  static LinkTarget of(String path, String text, int followed) {
    if (followed >= MOST_LINKS) {
      return new Refused("it is a link that leads to itself");
    }
    if (text.startsWith("/")) {
      return new Refused("it is a link that leads out of the repository");
    }
    Deque<String> names = new ArrayDeque<>(List.of(path.split("/", -1)));
    names.removeLast();
    for (String name : text.split("/", -1)) {
      if (name.equals("..")) {
        if (names.isEmpty()) {
          return new Refused("it is a link that leads out of the repository");
        }
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    boolean hidden = names.stream().anyMatch(name -> name.startsWith("."));
    return hidden
        ? new Refused("it is a link to a hidden file or folder")
        : new Inside(String.join("/", names));
  }

  /**
   * @param path from the root; empty for the root itself
   */
  record Inside(String path) implements LinkTarget {
    @Override
    public <T> T match(Function<String, T> inside, Function<String, T> refused) {
      return inside.apply(path);
    }
  }

  /**
   * @param reason continues the sentence "the file was not read: ..."
   */
  record Refused(String reason) implements LinkTarget {
    @Override
    public <T> T match(Function<String, T> inside, Function<String, T> refused) {
      return refused.apply(reason);
    }
  }
}
