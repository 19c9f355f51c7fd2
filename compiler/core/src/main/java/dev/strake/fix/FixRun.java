package dev.strake.fix;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.fix.FixOutcome.ChangedFile;
import dev.strake.fix.FixOutcome.Left;
import dev.strake.report.Finding;
import dev.strake.report.Findings;
import dev.strake.report.Fingerprint;
import dev.strake.source.OverlaidTree;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Fixes a tree in memory until nothing more can be fixed. Each round is compiled again: a fix that
 * leaves its finding there, or makes the compiler find another, is taken back and told.
 */
public final class FixRun {

  /** What a run may cost; what is left then is there for the next one. */
  private static final int MOST_COMPILATIONS = 100;

  private final SourceTree tree;
  private final Function<SourceTree, Findings> compiler;
  private final Function<String, Optional<String>> keptOut;
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, SourceFile> originals = new TreeMap<>();
  private final List<Diagnostic> applied = new ArrayList<>();
  private final Map<Fingerprint, String> refused = new HashMap<>();
  private int compilations;
  private Findings now;

  private FixRun(
      SourceTree tree,
      Function<SourceTree, Findings> compiler,
      Function<String, Optional<String>> keptOut) {
    this.tree = tree;
    this.compiler = compiler;
    this.keptOut = keptOut;
    this.now = compiler.apply(tree);
  }

  /**
   * Fixes what can be fixed.
   *
   * @param compiler finds what there is to fix, always the same for the same tree
   * @param keptOut why a file of the tree may not be changed, as a clause; empty if it may
   */
  public static FixOutcome of(
      SourceTree tree,
      Function<SourceTree, Findings> compiler,
      Function<String, Optional<String>> keptOut) {
    FixRun run = new FixRun(tree, compiler, keptOut);
    Findings before = run.now;
    run.fixAll();
    return run.outcome(before);
  }

  private void fixAll() {
    List<Diagnostic> round = Selection.of(fixable());
    while (!round.isEmpty() && compilations < MOST_COMPILATIONS) {
      attempt(round);
      round = Selection.of(fixable());
    }
  }

  /** Those that have a fix which was not tried in vain. */
  private List<Diagnostic> fixable() {
    return now.each().stream()
        .filter(finding -> finding.diagnostic().fix() != null)
        .filter(finding -> reasonToLeave(finding).isEmpty())
        .map(Finding::diagnostic)
        .toList();
  }

  private Optional<String> reasonToLeave(Finding finding) {
    return Optional.ofNullable(refused.get(finding.fingerprint()))
        .or(
            () ->
                EditedTexts.edits(finding.diagnostic()).stream()
                    .flatMap(edit -> keptOut.apply(edit.range().file().path()).stream())
                    .findFirst());
  }

  /** All at once, or else a half of them: what harms is found in a few steps. */
  private void attempt(List<Diagnostic> some) {
    Map<String, String> changed = new TreeMap<>(texts);
    changed.putAll(EditedTexts.of(some));
    Findings found = compiler.apply(new OverlaidTree(tree, changed));
    compilations++;
    Optional<String> harm = new FindingCounts(now).harm(some, new FindingCounts(found));
    if (harm.isEmpty()) {
      accept(some, changed, found);
    } else if (some.size() == 1) {
      refuse(some.get(0), harm.get());
    } else {
      attempt(some.subList(0, some.size() / 2));
    }
  }

  private void accept(List<Diagnostic> some, Map<String, String> changed, Findings found) {
    for (Diagnostic finding : some) {
      EditedTexts.edits(finding)
          .forEach(edit -> originals.putIfAbsent(edit.range().file().path(), edit.range().file()));
    }
    applied.addAll(some);
    texts.putAll(changed);
    now = found;
  }

  private void refuse(Diagnostic finding, String harm) {
    now.each().stream()
        .filter(one -> one.diagnostic().equals(finding))
        .forEach(one -> refused.put(one.fingerprint(), harm));
  }

  private FixOutcome outcome(Findings before) {
    List<ChangedFile> files =
        texts.entrySet().stream()
            .map(text -> new ChangedFile(original(text.getKey()), text.getValue()))
            .toList();
    List<Left> left =
        now.each().stream()
            .filter(finding -> finding.diagnostic().fix() != null)
            .map(finding -> new Left(finding.diagnostic(), reason(finding)))
            .toList();
    return new FixOutcome(files, applied, left, before, now);
  }

  private String reason(Finding finding) {
    return reasonToLeave(finding).orElse("there was too much to do; run it again");
  }

  private SourceFile original(String path) {
    SourceFile file = originals.get(path);
    if (file == null) {
      throw new IllegalStateException("changed without an edit: " + path);
    }
    return file;
  }
}
