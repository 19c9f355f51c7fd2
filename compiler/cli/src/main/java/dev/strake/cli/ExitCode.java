package dev.strake.cli;

/** What the program's end says; scripts and CI rely on it. */
final class ExitCode {

  static final int CLEAN = 0;

  /** Findings at or over the threshold. */
  static final int FINDINGS = 1;

  /** Wrong usage, or a path that cannot be read. Also what picocli answers to wrong usage. */
  static final int USAGE = 2;

  private ExitCode() {}
}
