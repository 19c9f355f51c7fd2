package dev.strake.admission;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.manifest.Manifest;
import java.util.List;

/**
 * What users' admission policies say about one object.
 *
 * @param violations findings about the object, before any exemption
 * @param setup findings about policies and bindings that came up on the way
 * @param open what could not be judged
 */
public record AdmissionJudgement(
    List<Diagnostic> violations, List<Diagnostic> setup, List<Open> open) {

  /**
   * A policy that could not judge the object.
   *
   * @param policy where it is declared
   * @param code of its findings
   * @param object that was to be judged
   * @param why as the end of a sentence
   */
  public record Open(Manifest policy, String code, ObjectRef object, String why) {}

  public AdmissionJudgement {
    violations = List.copyOf(violations);
    setup = List.copyOf(setup);
    open = List.copyOf(open);
  }
}
