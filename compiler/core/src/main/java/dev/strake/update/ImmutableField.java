package dev.strake.update;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.difference.FieldChange;
import dev.strake.value.Quoted;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a field that stays as it was when the object was made. */
final class ImmutableField implements UpdateCheck {

  static final Code IMMUTABLE_FIELD = Code.error("api/immutable-field");

  private final FixedFields fixed = FixedFields.load();

  @Override
  public void check(Update update, DiagnosticSink sink) {
    for (FixedField field : fixed.all()) {
      if (update.isOf(field.group(), field.kind()) && !field.leeway().allows(update)) {
        update.changes().stream()
            .filter(change -> field.isBrokenBy(change, fixed.serverDefaults()))
            .findFirst()
            .ifPresent(change -> sink.report(finding(update, change, field)));
      }
    }
  }

  private static Diagnostic finding(Update update, FieldChange change, FixedField field) {
    Diagnostic finding = finding(update, change, field.remedy());
    // A job that cleans up after itself may well be gone when the new one comes.
    return Update.text(update.before(), "spec", "ttlSecondsAfterFinished").isPresent()
        ? finding.withSeverity(Severity.WARNING)
        : finding;
  }

  /**
   * The finding about a change that is refused.
   *
   * @param remedy what to do if the change is meant
   */
  static Diagnostic finding(Update update, FieldChange change, String remedy) {
    NodePath path = place(change);
    Optional<String> was = shown(update, change.before());
    Optional<String> becomes = shown(update, change.after());
    String values =
        was.isPresent() && becomes.isPresent()
            ? ": it is %s, and becomes %s".formatted(was.get(), becomes.get())
            : "";
    return update
        .after()
        .finding(
            IMMUTABLE_FIELD,
            path,
            "the API server refuses to change %s of an object that exists%s"
                .formatted(change.path(), values))
        .withRelated(update.before().place(path), "as it was")
        .withHelp(keep(change, was) + ", or " + remedy);
  }

  private static String keep(FieldChange change, Optional<String> was) {
    if (change.before() == null) {
      return "leave it out";
    }
    return was.map(value -> "write " + value).orElse("leave it as it was");
  }

  /** An item that is gone has no place of its own in what comes after. */
  private static NodePath place(FieldChange change) {
    NodePath path = change.path();
    boolean goneItem = change.after() == null && path.lastKey().isEmpty();
    return goneItem ? Objects.requireNonNullElse(path.parent(), NodePath.ROOT) : path;
  }

  /** What a Secret holds is never shown. */
  private static Optional<String> shown(Update update, @Nullable YamlNode node) {
    return node == null || update.isOf("", "Secret")
        ? Optional.empty()
        : Update.text(node).map(Quoted::plain);
  }
}
