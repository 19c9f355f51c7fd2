package dev.strake.update;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.difference.FieldChange;
import dev.strake.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * A claim that asks for less than before. The server takes that only while a larger size has not
 * come about, which Git does not know: so it is a warning.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#recovering-from-failure-when-expanding-volumes">Kubernetes:
 *     recovering from failure when expanding volumes</a>
 */
final class ClaimShrinks implements UpdateCheck {

  private static final String SIZE = "/spec/resources/requests/storage";

  @Override
  public void check(Update update, DiagnosticSink sink) {
    if (!update.isOf("", "PersistentVolumeClaim")) {
      return;
    }
    for (FieldChange change : update.changes()) {
      if (change.path().pointer().equals(SIZE) && shrinks(change.before(), change.after())) {
        sink.report(
            ImmutableField.finding(
                    update, change, "make a smaller claim of another name and copy the data")
                .withSeverity(Severity.WARNING));
      }
    }
  }

  private static boolean shrinks(@Nullable YamlNode before, @Nullable YamlNode after) {
    return before != null
        && after != null
        && FixedField.quantity(before)
            .flatMap(was -> FixedField.quantity(after).map(becomes -> becomes.compareTo(was) < 0))
            .orElse(false);
  }
}
