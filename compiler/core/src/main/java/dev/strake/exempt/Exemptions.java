package dev.strake.exempt;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.diagnostic.Suppressed;
import dev.strake.manifest.Manifest;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.Policies.ExceptedObject;
import dev.strake.spec.Policies.PolicyException;
import dev.strake.value.DnsLabel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Leave that a cluster's spec and the objects themselves give to break policies. Findings of
 * policies alone can be left out; what Kubernetes or the compiler refuses, nobody can allow. An
 * exemption that has no effect is a finding itself, lest a list of them grow that nobody dares to
 * touch.
 */
public final class Exemptions {

  static final Code ALLOW_EXPIRED = Code.warning("policy/allow-expired");
  static final Code ALLOW_UNUSED = Code.warning("policy/allow-unused");
  static final Code UNUSED_EXCEPTION = Code.warning("spec/unused-exception");

  private final Optional<Bound<Cluster>> cluster;
  private final Set<String> known;
  private final Set<String> judging;
  private final LocalDate asOf;
  private final DiagnosticSink sink;
  private final Set<PolicyException> used = new HashSet<>();

  /**
   * @param known ids of all policies
   * @param judging ids of those that count in this run; of the others nothing can be said
   * @param asOf the day to judge by
   */
  public Exemptions(
      Optional<Bound<Cluster>> cluster,
      Set<String> known,
      Set<String> judging,
      LocalDate asOf,
      DiagnosticSink sink) {
    this.cluster = cluster;
    this.known = new TreeSet<>(known);
    this.judging = new HashSet<>(judging);
    this.asOf = asOf;
    this.sink = sink;
  }

  /**
   * Adds policies that are only known once all objects are.
   *
   * @param more ids of further policies
   * @param judgingToo ids of those among them that count in this run
   */
  public void add(Set<String> more, Set<String> judgingToo) {
    known.addAll(more);
    judging.addAll(judgingToo);
  }

  /** Takes back that some policies judge: of them nothing can be said in this run. */
  public void leaveOut(Set<String> policies) {
    judging.removeAll(policies);
  }

  /**
   * The findings that stay; reports what is wrong with the object's own exemptions, and notes the
   * others as suppressed.
   *
   * @param findings of policies, about the object
   */
  public List<Diagnostic> left(Manifest object, List<Diagnostic> findings) {
    List<Exemption> own = AllowAnnotation.of(object, sink);
    if (own.isEmpty() && exceptions().isEmpty()) {
      return findings;
    }
    Set<Exemption> usedOwn = new HashSet<>();
    List<Diagnostic> left = new ArrayList<>();
    for (Diagnostic finding : findings) {
      @Nullable String container = GuiltyContainer.of(object, finding).orElse(null);
      Optional<Suppressed> allowed = allowed(own, finding, container, usedOwn);
      Optional<Suppressed> excepted = excepted(object.ref(), finding, container);
      allowed.or(() -> excepted).ifPresentOrElse(sink::suppressed, () -> left.add(finding));
    }
    own.forEach(exemption -> reportUseless(object, exemption, usedOwn));
    return left;
  }

  private Optional<Suppressed> allowed(
      List<Exemption> own, Diagnostic finding, @Nullable String container, Set<Exemption> usedOwn) {
    Optional<Suppressed> allowed = Optional.empty();
    for (Exemption exemption : own) {
      if (exemption.covers(finding.code().id(), container)) {
        usedOwn.add(exemption);
        allowed = allowed.or(() -> suppressed(finding, exemption, Suppressed.Where.IN_SOURCE));
      }
    }
    return allowed;
  }

  private Optional<Suppressed> excepted(
      ObjectRef object, Diagnostic finding, @Nullable String container) {
    Optional<Suppressed> excepted = Optional.empty();
    for (PolicyException exception : exceptions()) {
      Exemption exemption = exemption(exception);
      if (names(exception.object(), object) && exemption.covers(finding.code().id(), container)) {
        used.add(exception);
        excepted = excepted.or(() -> suppressed(finding, exemption, Suppressed.Where.ELSEWHERE));
      }
    }
    return excepted;
  }

  /** Empty if the exemption is over. */
  private Optional<Suppressed> suppressed(
      Diagnostic finding, Exemption exemption, Suppressed.Where where) {
    return exemption.countsOn(asOf)
        ? Optional.of(new Suppressed(finding, where, exemption.reason()))
        : Optional.empty();
  }

  private List<PolicyException> exceptions() {
    return cluster.map(c -> c.value().spec().policies().exceptions()).orElse(List.of());
  }

  private static Exemption exemption(PolicyException exception) {
    DnsLabel container = exception.object().container();
    return new Exemption(
        exception.policy().toString(),
        container == null ? null : container.toString(),
        exception.until() == null ? null : exception.until().day(),
        exception.reason().toString());
  }

  private static boolean names(ExceptedObject named, ObjectRef object) {
    String namespace = named.namespace() == null ? null : named.namespace().toString();
    return named.kind().toString().equals(object.kind())
        && name(named).equals(object.name())
        && Objects.equals(namespace, namespace(object, namespace))
        && (named.apiVersion() == null
            || named.apiVersion().toString().equals(object.apiVersion()));
  }

  private static String name(ExceptedObject named) {
    return named.name() == null ? "" : named.name().toString();
  }

  /** An object that names none lies in the namespace default. */
  private static @Nullable String namespace(ObjectRef object, @Nullable String named) {
    return object.namespace() == null && "default".equals(named) ? named : object.namespace();
  }

  private void reportUseless(Manifest object, Exemption exemption, Set<Exemption> usedOwn) {
    if (!exemption.countsOn(asOf)) {
      sink.report(
          object
              .finding(
                  ALLOW_EXPIRED,
                  AllowAnnotation.PLACE,
                  "the leave to break %s ended on %s".formatted(exemption, exemption.until()))
              .withHelp(
                  "remove it and mend the object; if it must stay longer, write a new date and"
                      + " why"));
    } else if (!known.contains(exemption.policy())) {
      sink.report(
          object
              .finding(
                  ALLOW_UNUSED,
                  AllowAnnotation.PLACE,
                  "there is no policy %s that could be broken".formatted(exemption.policy()))
              .withHelp(
                  DidYouMean.of(exemption.policy(), known)
                      .map(meant -> "did you mean " + meant + "?")
                      .orElse("remove the line; strake policies list names all policies")));
    } else if (judging.contains(exemption.policy()) && !usedOwn.contains(exemption)) {
      sink.report(
          object
              .finding(
                  ALLOW_UNUSED,
                  AllowAnnotation.PLACE,
                  "the object does not break %s".formatted(exemption))
              .withHelp("remove the line"));
    }
  }

  /** Reports the spec's exceptions that nothing needed, once all objects have been judged. */
  public void reportUnused() {
    for (PolicyException exception : exceptions()) {
      boolean judged = judging.contains(exception.policy().toString());
      if (judged && !used.contains(exception) && exemption(exception).countsOn(asOf)) {
        sink.report(
            cluster
                .orElseThrow()
                .origins()
                .of(exception, PolicyException::object)
                .finding(
                    UNUSED_EXCEPTION,
                    "no object that this names breaks %s".formatted(exemption(exception)))
                .withHelp(
                    "remove the exception, or correct the object's kind, namespace and name"));
      }
    }
  }
}
