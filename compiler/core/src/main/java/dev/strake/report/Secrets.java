package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.diagnostic.Related;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reports are read by more people than files are, and CI keeps them. */
final class Secrets {

  /** Findings of a value that stands where only a reference to a secret may. */
  private static final Set<String> LITERALS =
      Set.of("spec/secret-literal", "secrets/env-literal", "secrets/in-config-map");

  private static final Pattern SECRET_KIND = Pattern.compile("kind[\"']?\\s*:\\s*[\"']?Secret\\b");

  private Secrets() {}

  /**
   * Whether the lines of a finding, or what a fix would write there, may show a secret value: so it
   * is for all of a Secret, of whatever version.
   */
  static boolean mayShow(Diagnostic diagnostic) {
    if (LITERALS.contains(diagnostic.code().id())) {
      return true;
    }
    ObjectRef object = diagnostic.object();
    return object != null ? isSecret(object) : mentionsSecret(diagnostic);
  }

  /** Whether an object's values are for nobody's eyes. */
  static boolean isSecret(ObjectRef object) {
    return object.kind().equals("Secret");
  }

  /** A document that cannot be read has no kind yet, but its text may name one. */
  private static boolean mentionsSecret(Diagnostic diagnostic) {
    return diagnostic.code().category().equals("yaml")
        && Stream.concat(
                Stream.of(diagnostic.range()), diagnostic.related().stream().map(Related::range))
            .map(range -> range.file().text())
            .distinct()
            .anyMatch(Secrets::mentionSecret);
  }

  /** Whether some YAML has a Secret in it. */
  static boolean mentionSecret(String text) {
    return SECRET_KIND.matcher(text).find();
  }
}
