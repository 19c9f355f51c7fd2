package dev.strake.diagnostic;

import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding: what is wrong, where the user wrote it, and what to write instead.
 *
 * @param code what kind of finding it is
 * @param severity what it weighs here
 * @param message one sentence without a full stop; names what is wrong, never a secret's value
 * @param range the tightest place that the user has to change
 * @param path the place inside its document as a JSON Pointer; null if it has none
 * @param object the Kubernetes object it is about; null if there is none
 * @param related other places that matter
 * @param help what to do about it, in this very case; null if the message says it all
 * @param fix a safe change that does it; null if there is none
 */
public record Diagnostic(
    Code code,
    Severity severity,
    String message,
    SourceRange range,
    @Nullable String path,
    @Nullable ObjectRef object,
    List<Related> related,
    @Nullable String help,
    @Nullable Fix fix) {

  /** By place, then by weight, code and message: the same findings always print alike. */
  public static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::range)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  public Diagnostic {
    related = List.copyOf(related);
  }

  /** A finding with its code's severity and nothing but a message. */
  public static Diagnostic of(Code code, SourceRange range, String message) {
    return new Diagnostic(code, code.severity(), message, range, null, null, List.of(), null, null);
  }

  public Diagnostic withSeverity(Severity newSeverity) {
    return new Diagnostic(code, newSeverity, message, range, path, object, related, help, fix);
  }

  /** The same at another place. */
  public Diagnostic withRange(SourceRange newRange) {
    return new Diagnostic(code, severity, message, newRange, path, object, related, help, fix);
  }

  public Diagnostic withPath(String newPath) {
    return new Diagnostic(code, severity, message, range, newPath, object, related, help, fix);
  }

  public Diagnostic withObject(@Nullable ObjectRef newObject) {
    return new Diagnostic(code, severity, message, range, path, newObject, related, help, fix);
  }

  /** Adds one related place to those it has. */
  public Diagnostic withRelated(SourceRange place, String what) {
    List<Related> more = new ArrayList<>(related);
    more.add(new Related(place, what));
    return new Diagnostic(code, severity, message, range, path, object, more, help, fix);
  }

  public Diagnostic withHelp(String newHelp) {
    return new Diagnostic(code, severity, message, range, path, object, related, newHelp, fix);
  }

  public Diagnostic withFix(Fix newFix) {
    return new Diagnostic(code, severity, message, range, path, object, related, help, newFix);
  }

  @Override
  public String toString() {
    return range + " " + severity.id() + " " + code + ": " + message;
  }
}
