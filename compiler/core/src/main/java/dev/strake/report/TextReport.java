package dev.strake.report;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Related;
import dev.strake.parallel.InParallel;
import dev.strake.source.Position;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * For people: each finding with the lines it is about. Logs that weigh every entry themselves take
 * it in pieces.
 */
public final class TextReport implements ReportFormat {

  /** Findings whose texts are held beside the report: it would take twice the memory otherwise. */
  private static final int AT_ONCE = 4096;

  TextReport() {}

  @Override
  public String id() {
    return "text";
  }

  @Override
  public List<String> fileEndings() {
    return List.of(".txt");
  }

  @Override
  public String render(Findings findings, ReportSettings settings) {
    Ansi ansi = settings.ansi();
    List<Diagnostic> diagnostics = findings.diagnostics();
    StringBuilder out = new StringBuilder();
    for (int from = 0; from < diagnostics.size(); from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, diagnostics.size());
      for (String text :
          InParallel.map(diagnostics.subList(from, to), each -> finding(each, ansi))) {
        out.append(text).append('\n');
      }
    }
    explainHint(diagnostics, out);
    out.append(ansi.strong(summary(findings))).append('\n');
    return out.toString();
  }

  /** One finding in several lines, each with a line break at its end. */
  public static String finding(Diagnostic diagnostic, Ansi ansi) {
    StringBuilder out = new StringBuilder();
    render(diagnostic, ansi, out);
    return out.toString();
  }

  /** How much was found in how much, in one line without a line break. */
  public static String summary(Findings findings) {
    return SummaryLine.of(findings.summary());
  }

  private static void render(Diagnostic diagnostic, Ansi ansi, StringBuilder out) {
    Map<SourceFile, CodeFrame> frames = frames(diagnostic);
    int lastLine = frames.values().stream().mapToInt(CodeFrame::lastLine).max().orElse(1);
    Margin margin = new Margin(lastLine, ansi);
    String title = diagnostic.severity().id() + "[" + diagnostic.code() + "]";
    out.append(ansi.severity(diagnostic.severity(), title));
    out.append(ansi.strong(": " + VisibleText.of(diagnostic.message()))).append('\n');
    frames.forEach(
        (file, frame) -> {
          boolean own = file == diagnostic.range().file();
          SourceRange place = own ? diagnostic.range() : firstIn(file, diagnostic);
          margin.arrow(own ? "-->" : ":::", place(place), out);
          if (!Secrets.mayShow(diagnostic)) {
            margin.empty(out);
            frame.render(margin, diagnostic.severity(), ansi, out);
          }
        });
    notes(diagnostic, margin, out);
  }

  /** One frame a file, the finding's own first. */
  private static Map<SourceFile, CodeFrame> frames(Diagnostic diagnostic) {
    SourceRange range = diagnostic.range();
    Map<SourceFile, CodeFrame> frames = new LinkedHashMap<>();
    frame(range.file(), frames).add(range, true, "");
    for (Related related : diagnostic.related()) {
      frame(related.range().file(), frames).add(related.range(), false, related.message());
    }
    return frames;
  }

  private static CodeFrame frame(SourceFile file, Map<SourceFile, CodeFrame> frames) {
    return frames.computeIfAbsent(file, CodeFrame::new);
  }

  private static SourceRange firstIn(SourceFile file, Diagnostic diagnostic) {
    return diagnostic.related().stream()
        .map(Related::range)
        .filter(range -> range.file() == file)
        .findFirst()
        .orElseThrow();
  }

  private static void notes(Diagnostic diagnostic, Margin margin, StringBuilder out) {
    boolean any =
        diagnostic.object() != null || diagnostic.help() != null || diagnostic.fix() != null;
    if (any) {
      margin.empty(out);
    }
    if (diagnostic.object() != null) {
      String path = diagnostic.path() == null ? "" : " " + diagnostic.path();
      margin.note("in", VisibleText.of(diagnostic.object() + path), out);
    }
    if (diagnostic.help() != null) {
      margin.note("help", VisibleText.of(diagnostic.help()), out);
    }
    if (diagnostic.fix() != null) {
      margin.note("fix", VisibleText.of(diagnostic.fix().title()), out);
    }
  }

  private static String place(SourceRange range) {
    Position start = range.startPosition();
    return VisibleText.of(range.file().path()) + ":" + start.line() + ":" + start.column();
  }

  private static void explainHint(List<Diagnostic> diagnostics, StringBuilder out) {
    List<Code> codes = diagnostics.stream().map(Diagnostic::code).distinct().sorted().toList();
    if (codes.size() == 1) {
      out.append("What it means: strake explain ").append(codes.get(0)).append('\n');
    } else if (!codes.isEmpty()) {
      StringJoiner all = new StringJoiner(", ");
      codes.forEach(code -> all.add(code.id()));
      out.append("What they mean: strake explain CODE, with one of ").append(all).append('\n');
    }
  }
}
