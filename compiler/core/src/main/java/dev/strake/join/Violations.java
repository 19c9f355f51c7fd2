package dev.strake.join;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;

/** Collects what one policy finds. */
public final class Violations {

  /** A finding, and the object that it is about. */
  public record Violation(Manifest object, Diagnostic finding) {}

  private final Code code;
  private final String help;
  private final List<Violation> found = new ArrayList<>();

  /**
   * @param code of the policy
   * @param help what to write instead, where a finding has nothing better to say
   */
  public Violations(Code code, String help) {
    this.code = code;
    this.help = help;
  }

  /** Reports a part of an object, or what it is missing in. */
  public void add(Part part, String message) {
    add(part, message, help);
  }

  /**
   * The same with a help for this very case.
   *
   * @param better what to write instead
   */
  public void add(Part part, String message, String better) {
    add(part.object(), finding(part, message).withHelp(better));
  }

  /** Reports a part that does not go together with another. */
  public void add(Part part, String message, Part other, String what) {
    Diagnostic finding = finding(part, message).withHelp(help);
    add(part.object(), finding.withRelated(other.object().place(other.path()), what));
  }

  private Diagnostic finding(Part part, String message) {
    return part.object().finding(code, part.path(), message);
  }

  private void add(Manifest object, Diagnostic finding) {
    found.add(new Violation(object, finding));
  }

  /** In the order in which they were found. */
  public List<Violation> found() {
    return List.copyOf(found);
  }
}
