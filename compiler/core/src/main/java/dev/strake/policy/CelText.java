package dev.strake.policy;

/** Writes CEL. */
final class CelText {

  private CelText() {}

  /** A string literal. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'' -> out.append("\\'");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c);
      }
    }
    return out.append('\'').toString();
  }

  /**
   * A call with an argument that an author wrote: on lines of its own if it is long or may end in a
   * comment.
   */
  static String call(String function, String argument) {
    boolean inline = !argument.contains("\n") && !argument.contains("//");
    return inline
        ? function + "(" + argument + ")"
        : function + "(\n  " + argument.strip().replace("\n", "\n  ") + "\n)";
  }

  /** A field that may be absent, and so may whatever it lies in. */
  static String optional(String owner, String path) {
    return owner + ".?" + path.replace(".", ".?");
  }

  /** A map that may be absent; the owner itself if the path is empty. */
  static String mapOrEmpty(String owner, String path) {
    return path.isEmpty() ? owner : optional(owner, path) + ".orValue({})";
  }

  /** A list that may be absent or null: Kubernetes writes {@code rules: null} for an empty role. */
  static String listOrEmpty(String owner, String path) {
    if (path.contains(".")) {
      return optional(owner, path) + ".orValue([])";
    }
    String list = owner + "." + path;
    return "(has(%s) && %s != null ? %s : [])".formatted(list, list, list);
  }
}
