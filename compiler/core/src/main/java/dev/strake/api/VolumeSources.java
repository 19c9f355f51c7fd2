package dev.strake.api;

import java.util.List;
import java.util.Locale;

/**
 * Sources of volumes, those of a pod and those that a PersistentVolume shares with it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">the
 *     functions of the sources' names in validation.go</a>
 */
final class VolumeSources {

  private static final List<String> HOST_PATH_TYPES =
      List.of(
          "",
          "DirectoryOrCreate",
          "Directory",
          "FileOrCreate",
          "File",
          "Socket",
          "CharDevice",
          "BlockDevice");
  private static final int HIGHEST_PARTITION = 255;

  private VolumeSources() {}

  /** validateHostPathVolumeSource. */
  static void hostPath(Cursor source) {
    Check.required(source, "path");
    Paths.noBacksteps(source.field("path"));
    Check.oneOf(source.field("type"), HOST_PATH_TYPES);
  }

  /** validateGitRepoVolumeSource. */
  static void gitRepo(Cursor source) {
    Check.required(source, "repository");
    Paths.descending(source.field("directory"));
  }

  /** validateGCEPersistentDiskVolumeSource and validateAWSElasticBlockStoreVolumeSource. */
  static void disk(Cursor source, String name) {
    Check.required(source, name);
    Check.range(source.field("partition"), 0, HIGHEST_PARTITION);
  }

  /** validateNFSVolumeSource. */
  static void nfs(Cursor source) {
    Check.required(source, "server", "path");
    Paths.absolute(source.field("path"));
  }

  /** validateFlexVolumeSource: options in Kubernetes' own name are its own. */
  static void flexVolume(Cursor source) {
    Check.required(source, "driver");
    for (Cursor option : source.field("options").values()) {
      String name = option.key();
      int slash = name.indexOf('/');
      String domain = "." + (slash < 0 ? name : name.substring(0, slash)).toLowerCase(Locale.ROOT);
      if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
        option.reportKey(
            ApiCode.FORBIDDEN_FIELD, "options of kubernetes.io and k8s.io are reserved");
      }
    }
  }

  /** validateAzureDisk, with the kind that the server fills in. */
  static void azureDisk(Cursor source) {
    Check.required(source, "diskName", "diskURI");
    Check.oneOf(source.field("cachingMode"), List.of("None", "ReadOnly", "ReadWrite"));
    Check.oneOf(source.field("kind"), List.of("Shared", "Dedicated", "Managed"));
    Cursor uri = source.field("diskURI");
    boolean managed = source.field("kind").is("Managed");
    String start = managed ? "/subscriptions/" : "https://";
    if (!uri.isBlank() && uri.isText() && !uri.text().startsWith(start)) {
      uri.invalid("must begin with " + start);
    }
  }

  /** validateCSIVolumeSource. */
  static void csi(Cursor source) {
    Check.requiredShape(source.field("driver"), Texts::driverProblem);
    Cursor secret = source.field("nodePublishSecretRef");
    if (secret.isMapping()) {
      Check.requiredShape(secret.field("name"), Texts::subdomainProblem);
    }
  }

  /** validateEphemeralVolumeSource and ValidatePersistentVolumeClaimTemplate. */
  static void ephemeral(Cursor source, PodScope pod) {
    Cursor template = source.field("volumeClaimTemplate");
    if (!template.isSet()) {
      template.missing();
      return;
    }
    if (template.isMapping()) {
      Cursor metadata = template.field("metadata");
      Labels.check(metadata.field("labels"));
      Labels.checkAnnotations(metadata.field("annotations"));
      for (Cursor field : metadata.values()) {
        boolean allowed = List.of("labels", "annotations").contains(field.key());
        if (!allowed && !field.isEmpty() && isMetadata(field.key())) {
          field.forbidden("in the template of a claim");
        }
      }
      ClaimSpecRules.check(template.field("spec"), pod.context());
    }
  }

  /** Unknown fields are reported elsewhere. */
  private static boolean isMetadata(String field) {
    return List.of(
            "name",
            "generateName",
            "namespace",
            "uid",
            "resourceVersion",
            "generation",
            "finalizers",
            "ownerReferences",
            "selfLink",
            "deletionGracePeriodSeconds",
            "deletionTimestamp")
        .contains(field);
  }

  /** validateImageVolumeSource. */
  static void image(Cursor source, PodScope pod) {
    if (pod.isPod()) {
      Check.required(source, "reference");
    }
    Check.oneOfOrEmpty(source.field("pullPolicy"), List.of("Always", "IfNotPresent", "Never"));
  }
}
