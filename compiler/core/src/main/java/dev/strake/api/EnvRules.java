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
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef");
  private static final List<String> SOURCES_SINCE_35 =
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");
  private static final List<String> BULK_SOURCES = List.of("configMapRef", "secretRef");

  private EnvRules() {}

  static void check(Cursor container, PodScope pod) {
    for (Cursor variable : container.field("env").items()) {
      Check.requiredShape(
          variable.field("name"), text -> Texts.envNameProblem(text, pod.context()));
      if (variable.field("valueFrom").isSet()) {
        checkValueFrom(variable.field("valueFrom"), variable.field("value"), pod);
      }
    }
    for (Cursor source : container.field("envFrom").items()) {
      Check.shape(source.field("prefix"), text -> Texts.envNameProblem(text, pod.context()));
      checkBulk(source);
    }
  }

  /** validateEnvVarValueFrom. */
  private static void checkValueFrom(Cursor valueFrom, Cursor value, PodScope pod) {
    if (!valueFrom.isMapping()) {
      return;
    }
    // The server drops fileKeyRef before 1.35 (EnvFiles), and then misses a source.
    boolean files = pod.context().isSince(35);
    Sources.checkExactlyOne(valueFrom, files ? SOURCES_SINCE_35 : SOURCES);
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
    if (files && valueFrom.field("fileKeyRef").isMapping()) {
      checkFileKey(valueFrom.field("fileKeyRef"), pod.volumes());
    }
  }

  /** validateFileKeySelector and validateFileKeyRefVolumes. */
  private static void checkFileKey(Cursor reference, PodVolumes volumes) {
    Check.requiredShape(reference.field("key"), Texts::relaxedEnvNameProblem);
    Check.required(reference, "path");
    Paths.noBacksteps(reference.field("path"));
    Cursor volume = reference.field("volumeName");
    Check.requiredShape(volume, Texts::labelProblem);
    if (!volume.isBlank() && volume.isText() && !volumes.isEmptyDir(volume.text())) {
      volume.invalid(ApiCode.UNRESOLVED_REFERENCE, "must be an emptyDir of the pod");
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
