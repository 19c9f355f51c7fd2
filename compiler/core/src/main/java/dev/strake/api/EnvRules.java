package dev.strake.api;

import java.util.List;

/**
 * Environment variables.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateEnv
 *     and ValidateEnvFrom in validation.go</a>
 */
final class EnvRules {

  private static final List<String> SOURCES =
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");
  private static final List<String> BULK_SOURCES = List.of("configMapRef", "secretRef");

  private EnvRules() {}

  static void check(Cursor container, PodScope pod) {
    for (Cursor variable : container.field("env").items()) {
      Check.requiredShape(
          variable.field("name"), text -> Texts.envNameProblem(text, pod.context()));
      if (variable.field("valueFrom").isSet()) {
        checkValueFrom(variable.field("valueFrom"), variable.field("value"));
      }
    }
    for (Cursor source : container.field("envFrom").items()) {
      Check.shape(source.field("prefix"), text -> Texts.envNameProblem(text, pod.context()));
      checkBulk(source);
    }
  }

  /** validateEnvVarValueFrom. */
  private static void checkValueFrom(Cursor valueFrom, Cursor value) {
    if (!valueFrom.isMapping()) {
      return;
    }
    Sources.checkExactlyOne(valueFrom, SOURCES);
    if (!value.isBlank()) {
      valueFrom.forbidden("beside a value");
    }
    if (valueFrom.field("fieldRef").isSet()) {
      DownwardApi.checkField(valueFrom.field("fieldRef"), DownwardApi.ENV_FIELDS);
    }
    if (valueFrom.field("resourceFieldRef").isSet()) {
      DownwardApi.checkResource(valueFrom.field("resourceFieldRef"), false);
    }
    checkKeyRef(valueFrom.field("configMapKeyRef"));
    checkKeyRef(valueFrom.field("secretKeyRef"));
    if (valueFrom.field("fileKeyRef").isSet()) {
      Check.required(valueFrom.field("fileKeyRef"), "volumeName", "path", "key");
      Paths.descending(valueFrom.field("fileKeyRef").field("path"));
    }
  }

  /** validateConfigMapKeySelector and validateSecretKeySelector. */
  private static void checkKeyRef(Cursor reference) {
    if (reference.isMapping()) {
      Check.shapeEvenEmpty(reference.field("name"), Texts::subdomainProblem);
      Check.requiredShape(reference.field("key"), Texts::configKeyProblem);
    }
  }

  /** validateConfigMapEnvSource and validateSecretEnvSource, which mask a trailing hyphen. */
  private static void checkBulk(Cursor source) {
    Sources.checkExactlyOne(source, BULK_SOURCES);
    for (String kind : BULK_SOURCES) {
      Cursor reference = source.field(kind);
      if (reference.isMapping()) {
        Check.requiredShape(
            reference.field("name"),
            text -> Texts.subdomainProblem(MetadataRules.maskTrailingDash(text)));
      }
    }
  }
}
