package dev.strake.generate.shell;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A bash script that grows from its first line to its last. Every word that is handed in is quoted
 * here; nothing else writes a spec's text into a script.
 */
public final class ShellScript {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final StringBuilder out = new StringBuilder();

  private ShellScript() {}

  /**
   * A script that stops at the first command that fails, at an unset variable and at a broken pipe.
   *
   * @param purpose what it does, in lines of a comment
   */
  public static ShellScript that(String... purpose) {
    ShellScript script = new ShellScript();
    script.out.append("#!/usr/bin/env bash\n");
    Arrays.stream(purpose).forEach(script::comment);
    script.out.append("set -euo pipefail\n");
    return script;
  }

  /** A line of a comment. */
  public ShellScript comment(String text) {
    out.append("# ").append(text.replaceAll("[\\x00-\\x1F\\x7F]", " ")).append('\n');
    return this;
  }

  /** A blank line. */
  public ShellScript gap() {
    out.append('\n');
    return this;
  }

  /** A value that the script's functions read and cannot change. */
  public ShellScript setting(String name, String value) {
    out.append("readonly ").append(name(name)).append('=').append(ShellWord.quote(value));
    out.append('\n');
    return this;
  }

  /** A list that the script's functions read and cannot change. */
  public ShellScript setting(String name, List<String> values) {
    out.append("readonly -a ").append(name(name)).append("=(").append(words(values)).append(")\n");
    return this;
  }

  /** A list of rows, one a line, that the script's functions read and cannot change. */
  public ShellScript table(String name, List<List<String>> rows) {
    out.append("readonly -a ").append(name(name)).append("=(");
    rows.forEach(row -> out.append("\n  ").append(words(row)));
    out.append(rows.isEmpty() ? ")\n" : "\n)\n");
    return this;
  }

  /** Functions; a blank line goes before them. */
  public ShellScript library(ShellLibrary functions) {
    out.append('\n').append(functions.text());
    return this;
  }

  /** One command with its arguments. */
  public ShellScript command(String... words) {
    out.append(words(List.of(words))).append('\n');
    return this;
  }

  /** A command that gets the script's own arguments. */
  public ShellScript passArguments(String command) {
    out.append(ShellWord.quote(command)).append(" \"$@\"\n");
    return this;
  }

  private static String words(List<String> words) {
    return words.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
  }

  private static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of a variable: " + name);
    }
    return name;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
