package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Related;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which lines of a file are not printed, because a secret may stand there. */
public final class HiddenLines {

  /** As Kubernetes tells documents apart. */
  private static final Pattern DOCUMENT = Pattern.compile("(?ms)(?:\\A|^---).*?(?=^---|\\z)");

  private final BitSet lines = new BitSet();

  /**
   * @param found all that is known of the file, and of others
   */
  public HiddenLines(SourceFile file, List<Diagnostic> found) {
    Matcher documents = DOCUMENT.matcher(file.text());
    while (documents.find()) {
      if (Secrets.mentionSecret(documents.group())) {
        hide(file.range(documents.start(), documents.end()));
      }
    }
    found.stream()
        .filter(Secrets::mayShow)
        .forEach(
            finding -> {
              hideAround(file, finding.range());
              finding.related().stream().map(Related::range).forEach(r -> hideAround(file, r));
            });
  }

  private void hide(SourceRange range) {
    lines.set(range.startPosition().line(), range.endPosition().line() + 1);
  }

  /** A variable's name and its value stand on neighbouring lines. */
  private void hideAround(SourceFile file, SourceRange range) {
    if (range.file().path().equals(file.path())) {
      int first = Math.max(1, range.startPosition().line() - 1);
      lines.set(first, range.endPosition().line() + 2);
    }
  }

  /**
   * @param line counted from 1
   */
  public boolean contains(int line) {
    return lines.get(line);
  }
}
