package dev.strake.api;

import dev.strake.api.ApiKind.FinalizerNames;
import dev.strake.api.ApiKind.Scope;
import dev.strake.value.LabelKey;
import dev.strake.value.Parsed;
import dev.strake.value.Quoted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an object of any kind.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/api/validation/objectmeta.go">ValidateObjectMetaAccessor
 *     in apimachinery</a>
 */
final class MetadataRules {

  private static final String NAME_SUFFIX = "x4b7c";
  private static final int LONGEST_GENERATED_BASE = 58;
  private static final List<String> STANDARD_FINALIZERS =
      List.of("kubernetes", "orphan", "foregroundDeletion");

  private MetadataRules() {}

  static void check(Cursor metadata, ApiKind kind, ApiContext context) {
    if (kind.scope() != Scope.NOT_KEPT) {
      checkName(metadata, kind, context);
    }
    if (kind.scope() == Scope.NAMESPACED) {
      checkNamespace(metadata.field("namespace"), context);
    }
    Labels.check(metadata.field("labels"));
    Labels.checkAnnotations(metadata.field("annotations"));
    checkOwners(metadata.field("ownerReferences"));
    checkFinalizers(metadata.field("finalizers"), kind.finalizers());
  }

  /**
   * The name, or what a name is generated from: the server looks at both, and completes a prefix
   * with five random letters and digits.
   */
  private static void checkName(Cursor metadata, ApiKind kind, ApiContext context) {
    Cursor name = metadata.field("name");
    Cursor prefix = metadata.field("generateName");
    if (name.isBlank() && prefix.isBlank() && !kind.isNamedByServer()) {
      name.missing("an object needs a name or generateName");
    }
    if (!prefix.isBlank() && prefix.isText()) {
      checkPrefix(prefix, name.isBlank(), kind.name(), context);
    }
    if (!name.isBlank() && name.isText()) {
      report(name, problem(name.text(), kind.name(), context));
    }
  }

  private static void checkPrefix(Cursor prefix, boolean used, NameRule rule, ApiContext context) {
    String text = prefix.text();
    String problem = problem(maskTrailingDash(text), rule, context);
    if (problem == null && used) {
      String base = text.substring(0, Math.min(text.length(), LONGEST_GENERATED_BASE));
      problem = problem(base + NAME_SUFFIX, rule, context);
    }
    report(prefix, problem);
  }

  private static @Nullable String problem(String name, NameRule rule, ApiContext context) {
    String problem = rule.problem(name, context);
    return problem != null ? problem : NameRule.PATH_SEGMENT.problem(name, context);
  }

  private static void report(Cursor name, @Nullable String problem) {
    if (problem != null) {
      name.report(ApiCode.INVALID_NAME, name.path() + " " + Texts.isNot(name.text(), problem));
    }
  }

  /** A prefix may end with a hyphen where a name may not. */
  static String maskTrailingDash(String text) {
    return text.length() > 1 && text.endsWith("-")
        ? text.substring(0, text.length() - 2) + "a"
        : text;
  }

  private static void checkNamespace(Cursor namespace, ApiContext context) {
    if (!namespace.isBlank() && namespace.isText()) {
      report(namespace, NameRule.LABEL.problem(namespace.text(), context));
    }
  }

  /** ValidateOwnerReferences. */
  private static void checkOwners(Cursor owners) {
    @Nullable Cursor controller = null;
    for (Cursor owner : owners.items()) {
      checkOwner(owner);
      if (owner.field("controller").isTrue()) {
        if (controller != null) {
          owner.field("controller").duplicate(controller, "a controller among the owners");
        }
        controller = owner.field("controller");
      }
    }
  }

  private static void checkOwner(Cursor owner) {
    for (String name : List.of("apiVersion", "kind", "name", "uid")) {
      if (owner.field(name).isBlank()) {
        owner.field(name).missing();
      }
    }
    Cursor apiVersion = owner.field("apiVersion");
    String text = apiVersion.text();
    boolean noVersion = text.endsWith("/") || text.indexOf('/') != text.lastIndexOf('/');
    if (noVersion) {
      apiVersion.invalid("must be a group and a version");
    }
    if (text.equals("v1") && owner.field("kind").is("Event")) {
      owner.field("kind").invalid("must not be an event, which cannot own objects");
    }
  }

  /** ValidateFinalizers, and validateKubeFinalizerName. */
  private static void checkFinalizers(Cursor finalizers, FinalizerNames names) {
    boolean orphan = false;
    boolean foreground = false;
    for (Cursor finalizer : finalizers.items()) {
      String text = finalizer.text();
      orphan |= text.equals("orphan");
      foreground |= text.equals("foregroundDeletion");
      if (finalizer.isText() || !finalizer.isSet()) {
        checkFinalizer(finalizer, names);
      }
    }
    if (orphan && foreground) {
      finalizers.report(
          ApiCode.INVALID_VALUE, "the finalizers orphan and foregroundDeletion exclude each other");
    }
  }

  private static void checkFinalizer(Cursor finalizer, FinalizerNames names) {
    String text = finalizer.text();
    if (LabelKey.parse(text) instanceof Parsed.Bad<?> bad) {
      String reason = bad.reason().replaceFirst("^a label key", "a finalizer");
      finalizer.report(ApiCode.INVALID_NAME, Texts.isNot(text, reason));
    } else if (names == FinalizerNames.STANDARD_OR_QUALIFIED
        && !text.contains("/")
        && !STANDARD_FINALIZERS.contains(text)) {
      finalizer.report(
          ApiCode.INVALID_NAME,
          "the finalizer " + Quoted.of(text) + " needs a prefix, such as example.org/" + text);
    }
  }
}
