package dev.strake.api;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where a persistent volume keeps its files. A volume has exactly one source; of several, the
 * server looks at the first.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePersistentVolumeSpec
 *     and the functions of the sources' names in validation.go</a>
 */
final class PersistentVolumeSources {

  private static final List<Map.Entry<String, Consumer<Cursor>>> SOURCES =
      List.of(
          entry("hostPath", VolumeSources::hostPath),
          entry("gcePersistentDisk", source -> VolumeSources.disk(source, "pdName")),
          entry("awsElasticBlockStore", source -> VolumeSources.disk(source, "volumeID")),
          entry("glusterfs", PersistentVolumeSources::glusterfs),
          entry("flocker", NetworkVolumes::flocker),
          entry("nfs", VolumeSources::nfs),
          entry("rbd", source -> Check.required(source, "monitors", "image")),
          entry("quobyte", NetworkVolumes::quobyte),
          entry("cephfs", source -> Check.required(source, "monitors")),
          entry("iscsi", PersistentVolumeSources::iscsi),
          entry("cinder", PersistentVolumeSources::cinder),
          entry("fc", NetworkVolumes::fibreChannel),
          entry("flexVolume", VolumeSources::flexVolume),
          entry("azureFile", PersistentVolumeSources::azureFile),
          entry("vsphereVolume", source -> Check.required(source, "volumePath")),
          entry("photonPersistentDisk", source -> Check.required(source, "pdID")),
          entry("portworxVolume", source -> Check.required(source, "volumeID")),
          entry("azureDisk", VolumeSources::azureDisk),
          entry("scaleIO", source -> Check.required(source, "gateway", "system", "volumeName")),
          entry("local", PersistentVolumeSources::local),
          entry("storageos", PersistentVolumeSources::storageOs),
          entry("csi", PersistentVolumeSources::csi));
  private static final List<String> NAMES = SOURCES.stream().map(Map.Entry::getKey).toList();

  private PersistentVolumeSources() {}

  static void check(Cursor spec) {
    Sources.checkExactlyOne(spec, NAMES);
    for (Map.Entry<String, Consumer<Cursor>> source : SOURCES) {
      if (spec.field(source.getKey()).isMapping()) {
        source.getValue().accept(spec.field(source.getKey()));
        return;
      }
    }
  }

  private static void glusterfs(Cursor source) {
    Check.required(source, "endpoints", "path");
    if (source.field("endpointsNamespace").isSet()) {
      Check.shapeEvenEmpty(source.field("endpointsNamespace"), Texts::labelProblem);
    }
  }

  private static void iscsi(Cursor source) {
    NetworkVolumes.iscsi(source);
    if (source.field("secretRef").isMapping()) {
      Check.required(source.field("secretRef"), "name");
    }
  }

  private static void cinder(Cursor source) {
    Check.required(source, "volumeID");
    if (source.field("secretRef").isMapping()) {
      Check.required(source.field("secretRef"), "name", "namespace");
    }
  }

  private static void azureFile(Cursor source) {
    Check.required(source, "secretName", "shareName");
    if (source.field("secretNamespace").is("")) {
      source.field("secretNamespace").missing();
    }
  }

  /** validateLocalVolumeSource. */
  private static void local(Cursor source) {
    Check.required(source, "path");
    Paths.noBacksteps(source.field("path"));
  }

  private static void storageOs(Cursor source) {
    Check.requiredShape(source.field("volumeName"), Texts::labelProblem);
    Check.shape(source.field("volumeNamespace"), Texts::labelProblem);
    if (source.field("secretRef").isMapping()) {
      Check.required(source.field("secretRef"), "name", "namespace");
    }
  }

  /** validateCSIPersistentVolumeSource. */
  private static void csi(Cursor source) {
    Check.requiredShape(source.field("driver"), Texts::driverProblem);
    Check.required(source, "volumeHandle");
    for (String name :
        List.of(
            "controllerPublishSecretRef",
            "controllerExpandSecretRef",
            "nodePublishSecretRef",
            "nodeExpandSecretRef")) {
      Cursor secret = source.field(name);
      if (secret.isMapping()) {
        Check.requiredShape(secret.field("name"), Texts::subdomainProblem);
        Check.requiredShape(secret.field("namespace"), Texts::labelProblem);
      }
    }
  }
}
