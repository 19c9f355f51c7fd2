package dev.strake.cli;

/** What the program's end says; scripts and CI rely on it. */
final class ExitCode {

  static final int CLEAN = 0;

  /**
   * Findings at or over the threshold, a plan with changes if that was asked for, or a sync that
   * left something to be done.
   */
  static final int FINDINGS = 1;

  /** Wrong usage, or a path that cannot be read. Also what picocli answers to wrong usage. */
  static final int USAGE = 2;

  /** A cluster, a host or a remote that could not be reached. */
  static final int UNREACHABLE = 3;

  private ExitCode() {}
}
