package dev.strake.api;

import java.util.List;

/**
 * Persistent volumes.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePersistentVolumeSpec
 *     in validation.go</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/volume/validation/pv_validation.go">pv_validation.go</a>
 */
final class PersistentVolumeRules implements ObjectRules {

  private static final String RECYCLE = "Recycle";
  private static final List<String> RECLAIM = List.of("Delete", RECYCLE, "Retain");
  private static final int LONGEST_INTERFACE = 64;
  private static final String MOUNT_OPTIONS = "volume.beta.kubernetes.io/mount-options";
  private static final List<String> MOUNTED_WITH_OPTIONS =
      List.of(
          "gcePersistentDisk",
          "awsElasticBlockStore",
          "glusterfs",
          "nfs",
          "rbd",
          "quobyte",
          "iscsi",
          "cinder",
          "cephfs",
          "azureFile",
          "vsphereVolume",
          "azureDisk",
          "photonPersistentDisk");

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    AccessModes.check(spec.field("accessModes"));
    checkCapacity(spec.field("capacity"));
    Check.oneOfOrEmpty(spec.field("persistentVolumeReclaimPolicy"), RECLAIM);
    checkAffinity(spec);
    PersistentVolumeSources.check(spec);
    checkRecycledRoot(spec);
    checkInitiator(object.field("metadata", "name"), spec.field("iscsi"));
    checkMountOptions(object.field("metadata", "annotations").field(MOUNT_OPTIONS), spec);
    Check.shape(spec.field("storageClassName"), Texts::subdomainProblem);
    Check.oneOf(spec.field("volumeMode"), List.of("Block", "Filesystem"));
    checkAttributesClass(spec, context);
  }

  private static void checkCapacity(Cursor capacity) {
    boolean storage = capacity.values().stream().anyMatch(c -> c.key().equals("storage"));
    if (!capacity.isSet() || (capacity.isMapping() && !storage)) {
      capacity.field("storage").missing();
    }
    for (Cursor amount : capacity.values()) {
      if (!amount.key().equals("storage")) {
        amount.reportKey(ApiCode.UNSUPPORTED_VALUE, "a volume has only a capacity of storage");
      } else if (amount.isSet()) {
        Check.positiveQuantity(amount);
      } else {
        amount.missing();
      }
    }
  }

  /** validateVolumeNodeAffinity, and what a local volume needs. */
  private static void checkAffinity(Cursor spec) {
    Cursor required = spec.field("nodeAffinity", "required");
    if (required.isSet()) {
      NodeSelectors.check(required, true);
    } else if (spec.field("nodeAffinity").isMapping()) {
      required.missing();
    } else if (spec.field("local").isSet() && !spec.field("nodeAffinity").isSet()) {
      spec.field("nodeAffinity").missing("a local volume needs one");
    }
  }

  /** validateISCSIPersistentVolumeSource: an interface is named after the volume and its portal. */
  private static void checkInitiator(Cursor name, Cursor source) {
    Cursor portal = source.field("targetPortal");
    String both = name.text() + ":" + portal.text();
    if (source.field("initiatorName").isSet() && Texts.bytes(both) > LONGEST_INTERFACE) {
      portal.invalid(
          ApiCode.TOO_LONG,
          "must have at most 64 characters together with the volume's name and a colon");
    }
  }

  /**
   * checkMountOption: the annotation that came before mountOptions, which only some sources take.
   */
  private static void checkMountOptions(Cursor annotation, Cursor spec) {
    if (annotation.isSet() && MOUNTED_WITH_OPTIONS.stream().noneMatch(s -> spec.field(s).isSet())) {
      annotation.forbidden("with this kind of volume");
    }
  }

  private static void checkRecycledRoot(Cursor spec) {
    Cursor policy = spec.field("persistentVolumeReclaimPolicy");
    Cursor path = spec.field("hostPath", "path");
    boolean root = path.text().matches("/+(\\./*|/+)*");
    if (policy.is(RECYCLE) && root) {
      policy.forbidden("to be " + RECYCLE + " for the root directory of a host");
    }
  }

  private static void checkAttributesClass(Cursor spec, ApiContext context) {
    Cursor name = spec.field("volumeAttributesClassName");
    if (!name.isSet() || !context.isSince(34)) {
      return;
    }
    Check.requiredShape(name, Texts::subdomainProblem);
    if (!spec.field("csi").isSet()) {
      spec.field("csi").missing("a volumeAttributesClassName needs it");
    }
  }
}
