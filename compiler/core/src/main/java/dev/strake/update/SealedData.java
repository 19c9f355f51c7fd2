package dev.strake.update;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.yaml.YamlNode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of a ConfigMap or Secret that says it is immutable.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateConfigMapUpdate
 *     and ValidateSecretUpdate in validation.go</a>
 */
final class SealedData implements UpdateCheck {

  private static final Set<String> SEALED = Set.of("data", "binaryData", "immutable");

  @Override
  public void check(Update update, DiagnosticSink sink) {
    boolean sealed =
        (update.isOf("", "ConfigMap") || update.isOf("", "Secret"))
            && Update.text(update.before(), "immutable").equals(Optional.of("true"));
    // A Secret's stringData is merged into its data, of which it may say the same in other words.
    if (!sealed || writesText(update)) {
      return;
    }
    update.changes().stream()
        .filter(change -> SEALED.contains(change.path().pointer().split("/", -1)[1]))
        .findFirst()
        .ifPresent(
            change ->
                sink.report(
                    ImmutableField.finding(
                        update,
                        change,
                        "make an object of another name, and name that one where it is used")));
  }

  private static boolean writesText(Update update) {
    @Nullable YamlNode before = update.before().root().get("stringData").orElse(null);
    return before != null || update.after().root().get("stringData").isPresent();
  }
}
