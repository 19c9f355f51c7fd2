package dev.strake.spec;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;

/**
 * Texts where a reference to a secret belongs. They may be the secret itself, so that no message
 * repeats them.
 */
final class SecretLiterals {

  static final Code SECRET_LITERAL = Code.error("spec/secret-literal");

  private static final String SUFFIX = "Ref";

  private SecretLiterals() {}

  /** Something else than a mapping where a reference belongs. */
  static Diagnostic insteadOf(Place place, String reference) {
    return place
        .findingAtKey(
            SECRET_LITERAL,
            "%s must be a reference, and %s stands here"
                .formatted(place.name(), place.node().description()))
        .withHelp(advice("write " + reference));
  }

  /** A field such as authPass where the section knows authPassRef. */
  static Diagnostic unknown(Place section, Place field, String name, String reference) {
    return field
        .findingAtKey(
            SECRET_LITERAL,
            "%s has no field %s: secrets are written as references".formatted(section.name(), name))
        .withHelp(advice("write " + name + SUFFIX + " with " + reference));
  }

  /** A text inside a reference that is not what it should be. */
  static Diagnostic inside(Place place, String reason) {
    return place
        .findingAtKey(SECRET_LITERAL, "%s is not %s".formatted(place.name(), reason))
        .withHelp(advice("write where the secret is"));
  }

  /** The name of the field that a secret's reference would stand behind. */
  static String referenceTo(String name) {
    return name + SUFFIX;
  }

  private static String advice(String instead) {
    return instead + "; if this is a secret, change it, because Git keeps what was ever committed";
  }
}
