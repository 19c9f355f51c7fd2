package dev.strake.sync.inventory;

import java.util.regex.Pattern;

/**
 * Who keeps a set.
 *
 * @param tool its name
 * @param version a semantic version, with or without a leading v
 */
public record Tooling(String tool, String version) {

  private static final Pattern VERSION =
      Pattern.compile("v?\\d+\\.\\d+\\.\\d+([-+][-+.0-9A-Za-z]+)?");

  /** The name under which Strake keeps sets. */
  public static final String STRAKE = "strake";

  /** The field manager under which members of a set are applied. */
  public static final String MEMBER_MANAGER = "strake";

  public Tooling {
    if (tool.isEmpty() || tool.contains("/") || !VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("not a tool and its version: " + tool + "/" + version);
    }
  }

  public static Tooling strake(String version) {
    return new Tooling(STRAKE, version);
  }

  /**
   * The tool that an annotation names. Versions do not matter: a set outlives its tool's versions.
   */
  static String nameIn(String annotation) {
    int slash = annotation.indexOf('/');
    return slash < 0 ? annotation : annotation.substring(0, slash);
  }

  /** The field manager of a set's parent, apart from that of its members. */
  public String parentManager() {
    return tool + "-applyset";
  }

  /** As the annotation has it: {@code strake/1.2.3}. */
  @Override
  public String toString() {
    return tool + "/" + version;
  }
}
