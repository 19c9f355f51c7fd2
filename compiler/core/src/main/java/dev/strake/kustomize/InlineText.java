package dev.strake.kustomize;

/** Tells YAML that stands in an entry from the path of a file. */
final class InlineText {

  private InlineText() {}

  /** Whether an entry can be no path that anybody means. */
  static boolean is(String entry) {
    return entry.indexOf('\n') >= 0 || entry.indexOf('{') >= 0 || entry.contains(": ");
  }
}
