package dev.strake.report;

/**
 * What a code means.
 *
 * @param title without a full stop
 * @param summary a paragraph of plain text
 * @param markdown the whole page, the title included
 */
public record RulePage(String title, String summary, String markdown) {

  private static final String HEADING = "# ";

  /**
   * A page that begins with its title and a paragraph.
   *
   * @throws IllegalArgumentException if it does not: pages are ours
   */
  public static RulePage of(String markdown) {
    String[] parts = markdown.strip().split("\\n\\s*\\n", 3);
    if (!parts[0].startsWith(HEADING) || parts.length < 2) {
      throw new IllegalArgumentException("no title and paragraph: " + parts[0]);
    }
    // A colon leads to a list, which the summary does without.
    String summary = parts[1].strip().replaceAll("\\s*\\n\\s*", " ").replaceFirst(":$", ".");
    return new RulePage(parts[0].substring(HEADING.length()).strip(), summary, markdown);
  }
}
