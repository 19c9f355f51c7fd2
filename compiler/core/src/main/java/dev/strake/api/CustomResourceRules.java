package dev.strake.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of custom resources.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/validation.go">ValidateCustomResourceDefinition
 *     in validation.go</a>
 */
final class CustomResourceRules implements ObjectRules {

  private static final String APPROVAL = "api-approved.kubernetes.io";
  private static final List<String> COMMUNITY = List.of("k8s.io", "kubernetes.io");

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    if (spec.isSet() && !spec.isMapping()) {
      return;
    }
    checkGroup(spec.field("group"));
    Check.requiredOneOf(spec.field("scope"), List.of("Cluster", "Namespaced"));
    checkNames(spec.field("names"));
    checkName(object.field("metadata", "name"), spec);
    checkVersions(spec.field("versions"), context);
    CustomResourceConversion.check(spec.field("conversion"));
    checkApproval(object, spec.field("group"));
    Cursor preserve = spec.field("preserveUnknownFields");
    if (preserve.isTrue()) {
      preserve.invalid("must be false; schemas have x-kubernetes-preserve-unknown-fields instead");
    }
  }

  private static void checkGroup(Cursor group) {
    Check.requiredShape(group, Texts::subdomainProblem);
    if (!group.isBlank() && group.isText() && !group.text().contains(".")) {
      group.invalid(ApiCode.INVALID_NAME, "must be a domain with at least one dot");
    }
  }

  private static void checkName(Cursor name, Cursor spec) {
    Cursor plural = spec.field("names", "plural");
    Cursor group = spec.field("group");
    boolean readable = name.isText() && plural.isText() && group.isText();
    String wanted = plural.text() + "." + group.text();
    if (readable && !name.is(wanted)) {
      name.invalid(
          ApiCode.INVALID_NAME, "must be " + wanted + ", from spec.names.plural and spec.group");
    }
  }

  /** ValidateCustomResourceDefinitionNames; absent ones are made from the kind. */
  private static void checkNames(Cursor names) {
    if (names.isSet() && !names.isMapping()) {
      return;
    }
    Check.requiredShape(names.field("plural"), Texts::dns1035Problem);
    Check.shape(names.field("singular"), Texts::dns1035Problem);
    Check.requiredShape(names.field("kind"), CustomResourceRules::kindProblem);
    Check.shape(names.field("listKind"), CustomResourceRules::kindProblem);
    if (!names.field("kind").isBlank() && names.field("listKind").is(names.field("kind").text())) {
      names.field("listKind").invalid("must not be the kind itself");
    }
    for (String list : List.of("shortNames", "categories")) {
      names.field(list).items().forEach(n -> Check.shapeEvenEmpty(n, Texts::dns1035Problem));
    }
  }

  private static @Nullable String kindProblem(String text) {
    return Texts.dns1035Problem(text.toLowerCase(Locale.ROOT)) == null
        ? null
        : "a kind: letters and digits, starting with a letter";
  }

  private static void checkVersions(Cursor versions, ApiContext context) {
    Seen names = new Seen();
    int stored = 0;
    for (Cursor version : versions.items()) {
      if (!version.isSet() || version.isMapping()) {
        Cursor name = version.field("name");
        Check.requiredShape(name, Texts::dns1035Problem);
        names.add(name, name.text(), "the version " + name.text());
        stored += version.field("storage").isTrue() ? 1 : 0;
        CustomResourceVersions.check(version, context);
      }
    }
    if (stored != 1 && (!versions.isSet() || versions.isList())) {
      versions.report(
          ApiCode.INVALID_VALUE,
          "exactly one version must be stored, but " + stored + " are",
          "set storage: true in one version, and false in the others");
    }
  }

  /**
   * validateAPIApproval: groups of the community need its approval, or a word that they lack it.
   */
  private static void checkApproval(Cursor object, Cursor group) {
    String text = group.text();
    if (COMMUNITY.stream().noneMatch(c -> text.equals(c) || text.endsWith("." + c))) {
      return;
    }
    Cursor approval = object.field("metadata", "annotations").field(APPROVAL);
    if (approval.isBlank()) {
      approval.missing("the group " + text + " belongs to the community");
    } else if (approval.isText()
        && !approval.text().startsWith("unsupported")
        && !approval.text().matches("[a-zA-Z][-+.a-zA-Z0-9]*://[^/].*")) {
      approval.invalid("must be an address, or begin with unsupported");
    }
  }
}
