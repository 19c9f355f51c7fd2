package dev.strake.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of an ignore file.
 *
 * @param names one pattern for each folder and the file; {@link #ANY_FOLDERS} between them
 * @param again takes back what an earlier line has left out
 * @param folderOnly a line with a slash at its end
 */
record IgnoreRule(List<Glob> names, boolean again, boolean folderOnly) {

  /** {@code **}: any number of folders, also none. */
  private static final Glob ANY_FOLDERS = Glob.of("**");

  /** Empty for a comment and for a line without a pattern. */
  static Optional<IgnoreRule> of(String line) {
    String pattern = withoutSpacesAtEnd(line.endsWith("\r") ? withoutLast(line) : line);
    boolean again = pattern.startsWith("!");
    if (again) {
      pattern = pattern.substring(1);
    } else if (pattern.startsWith("#")) {
      return Optional.empty();
    }
    boolean folderOnly = pattern.endsWith("/");
    if (folderOnly) {
      pattern = withoutLast(pattern);
    }
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    boolean anchored = pattern.contains("/");
    String rest = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    List<Glob> names = new ArrayList<>();
    if (!anchored) {
      names.add(ANY_FOLDERS);
    }
    String[] parts = rest.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (!parts[i].equals("**")) {
        names.add(Glob.of(parts[i]));
      } else {
        names.add(ANY_FOLDERS);
        if (last) {
          // Everything inside, and not the folder itself.
          names.add(Glob.of("*"));
        }
      }
    }
    return Optional.of(new IgnoreRule(names, again, folderOnly));
  }

  private static String withoutLast(String text) {
    return text.substring(0, text.length() - 1);
  }

  /** Unless a backslash keeps the first of them. */
  private static String withoutSpacesAtEnd(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    boolean kept = end < line.length() && end > 0 && line.charAt(end - 1) == '\\';
    return line.substring(0, kept ? end + 1 : end);
  }

  /**
   * @param path below the ignore file's folder, name by name
   */
  boolean matches(List<String> path, boolean isFolder) {
    return (isFolder || !folderOnly) && Glob.matches(names, ANY_FOLDERS, path, Glob::matches);
  }
}
