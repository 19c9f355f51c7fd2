package dev.strake.diagnostic;

import java.util.Locale;

/** How much a finding weighs, heaviest first. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /**
   * As it is written in every output format and option: {@code error}, {@code warning}, {@code
   * info}.
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a finding of this severity counts against a threshold. */
  public boolean atLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }
}
