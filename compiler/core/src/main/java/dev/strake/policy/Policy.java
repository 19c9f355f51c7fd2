package dev.strake.policy;

import dev.strake.diagnostic.Code;
import java.util.List;
import java.util.Optional;

/**
 * A policy as its author wrote it.
 *
 * @param id {@code <category>/<kebab-case>}, also the code of its findings
 * @param title what holds where the policy is kept, without a full stop
 * @param rationale why it matters
 * @param remediation what to write instead, as an imperative
 * @param specRemediation the same for a document that is generated from a cluster's spec: what to
 *     write there
 * @param references standards and pages that ask for the same
 * @param profiles those of {@link #PROFILES} that it is part of
 * @param scope what it looks at
 * @param kinds of the objects that it judges; none if it judges all of them together
 * @param validations at least one; none if it judges objects together, by a rule in Java
 */
public record Policy(
    String id,
    String title,
    PolicySeverity severity,
    String rationale,
    String remediation,
    Optional<String> specRemediation,
    List<String> references,
    List<String> profiles,
    PolicyScope scope,
    List<ObjectKind> kinds,
    List<PolicyParameter> parameters,
    List<Validation> validations) {

  /** What a policy can be part of. Beside them, {@code all} and {@code none} can be asked for. */
  public static final List<String> PROFILES = List.of("default", "baseline", "restricted", "cis");

  public Policy {
    references = List.copyOf(references);
    profiles = List.copyOf(profiles);
    kinds = List.copyOf(kinds);
    parameters = List.copyOf(parameters);
    validations = List.copyOf(validations);
  }

  /** The same policy, of another weight. */
  public Policy withSeverity(PolicySeverity other) {
    return with(other, parameters);
  }

  Policy withParameters(List<PolicyParameter> others) {
    return with(severity, others);
  }

  private Policy with(PolicySeverity weight, List<PolicyParameter> values) {
    return new Policy(
        id,
        title,
        weight,
        rationale,
        remediation,
        specRemediation,
        references,
        profiles,
        scope,
        kinds,
        values,
        validations);
  }

  /** Of the policy's findings. */
  public Code code() {
    return new Code(id, severity.findings());
  }

  /** Of its id, what stands before the slash. */
  public String category() {
    return id.substring(0, id.indexOf('/'));
  }

  /** Where it is asked: {@code admission} if the cluster asks it too, else {@code merge}. */
  public String gate() {
    return isEnforceable() ? "admission" : "merge";
  }

  /** Whether the cluster can enforce it: what it looks at fits into one request. */
  public boolean isEnforceable() {
    return scope == PolicyScope.OBJECT;
  }

  /**
   * What to write instead of what it has found.
   *
   * @param generated whether Strake made the document from a spec
   */
  String help(boolean generated) {
    return generated ? specRemediation.orElse(remediation) : remediation;
  }

  /** Whether all its objects have a pod template, so that expressions can read it. */
  public boolean readsPods() {
    return kinds.stream().allMatch(PodTemplates::has);
  }
}
