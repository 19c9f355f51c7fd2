package dev.strake.sync.doctor;

/**
 * What was found about one thing that is needed.
 *
 * @param subject in a word: {@code java}, {@code rights}
 * @param help what to do; empty if there is nothing to do
 */
public record Finding(Verdict verdict, String subject, String message, String help) {

  /** How well it is. */
  public enum Verdict {
    OK("ok"),
    /** Nobody could look, or nobody had to. */
    SKIPPED("skipped"),
    WARNING("warning"),
    PROBLEM("problem");

    private final String id;

    Verdict(String id) {
      this.id = id;
    }

    /** As reports name it. */
    public String id() {
      return id;
    }
  }

  public static Finding ok(String subject, String message) {
    return new Finding(Verdict.OK, subject, message, "");
  }

  public static Finding skipped(String subject, String message) {
    return new Finding(Verdict.SKIPPED, subject, message, "");
  }

  public static Finding warning(String subject, String message, String help) {
    return new Finding(Verdict.WARNING, subject, message, help);
  }

  public static Finding problem(String subject, String message, String help) {
    return new Finding(Verdict.PROBLEM, subject, message, help);
  }

  public boolean isProblem() {
    return verdict == Verdict.PROBLEM;
  }
}
