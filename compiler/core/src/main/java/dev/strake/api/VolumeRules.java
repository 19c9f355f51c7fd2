package dev.strake.api;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The volumes of a pod. One without a source is an emptyDir: the server fills it in.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateVolumes
 *     and validateVolumeSource in validation.go</a>
 */
final class VolumeRules {

  /** All sources and what is checked of each, in the order in which the server looks for them. */
  private static final List<Map.Entry<String, BiConsumer<Cursor, PodScope>>> SOURCES =
      List.of(
          source("emptyDir", v -> Check.notNegativeQuantity(v.field("sizeLimit"))),
          source("hostPath", VolumeSources::hostPath),
          source("gitRepo", VolumeSources::gitRepo),
          source("gcePersistentDisk", v -> VolumeSources.disk(v, "pdName")),
          source("awsElasticBlockStore", v -> VolumeSources.disk(v, "volumeID")),
          source("secret", v -> FileVolumes.keys(v, "secretName")),
          source("nfs", VolumeSources::nfs),
          source("iscsi", NetworkVolumes::iscsi),
          source("glusterfs", v -> Check.required(v, "endpoints", "path")),
          source("flocker", NetworkVolumes::flocker),
          source("persistentVolumeClaim", v -> Check.required(v, "claimName")),
          source("rbd", v -> Check.required(v, "monitors", "image")),
          source("cinder", NetworkVolumes::cinder),
          source("cephfs", v -> Check.required(v, "monitors")),
          source("quobyte", NetworkVolumes::quobyte),
          source("downwardAPI", FileVolumes::downwardApi),
          source("fc", NetworkVolumes::fibreChannel),
          source("flexVolume", VolumeSources::flexVolume),
          source("configMap", v -> FileVolumes.keys(v, "name")),
          source("azureFile", v -> Check.required(v, "secretName", "shareName")),
          source("vsphereVolume", v -> Check.required(v, "volumePath")),
          source("photonPersistentDisk", v -> Check.required(v, "pdID")),
          source("portworxVolume", v -> Check.required(v, "volumeID")),
          source("azureDisk", VolumeSources::azureDisk),
          source("storageos", NetworkVolumes::storageOs),
          source("projected", FileVolumes::projected),
          source("scaleIO", v -> Check.required(v, "gateway", "system", "volumeName")),
          source("csi", VolumeSources::csi),
          Map.entry("ephemeral", VolumeSources::ephemeral),
          Map.entry("image", VolumeSources::image));

  private static final List<String> NAMES = SOURCES.stream().map(Map.Entry::getKey).toList();
  private static final Map<String, BiConsumer<Cursor, PodScope>> RULES =
      SOURCES.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private VolumeRules() {}

  static void check(PodScope pod) {
    Seen names = new Seen();
    for (Cursor volume : pod.spec().field("volumes").items()) {
      Cursor name = volume.field("name");
      if (pod.volumes().isReplaced(name.text()) || isDropped(volume, pod)) {
        continue;
      }
      Check.requiredShape(name, Texts::labelProblem);
      names.add(name, name.text(), "a volume named " + name.text());
      Sources.checkAtMostOne(volume, NAMES);
      for (Cursor source : volume.values()) {
        BiConsumer<Cursor, PodScope> rule = RULES.get(source.key());
        if (rule != null && source.isMapping()) {
          rule.accept(source, pod);
        }
      }
    }
    if (pod.isPod()) {
      checkCreatedClaims(pod);
    }
  }

  /** Whether the server fills in an emptyDir. */
  static boolean hasNoSource(Cursor volume) {
    return NAMES.stream().noneMatch(name -> volume.field(name).isSet());
  }

  /** dropImageVolumes, as long as ImageVolume was off by default. */
  private static boolean isDropped(Cursor volume, PodScope pod) {
    return volume.field("image").isSet() && !pod.context().isSince(35);
  }

  /** Claims that the pod's ephemeral volumes create must have a name, and nobody else uses them. */
  private static void checkCreatedClaims(PodScope pod) {
    String podName = pod.owner().field("metadata", "name").text();
    List<Cursor> volumes = pod.spec().field("volumes").items();
    if (podName.isEmpty()) {
      return;
    }
    List<String> created =
        volumes.stream()
            .filter(volume -> volume.field("ephemeral").isSet())
            .map(volume -> podName + "-" + volume.field("name").text())
            .toList();
    for (Cursor volume : volumes) {
      Cursor claim = volume.field("persistentVolumeClaim", "claimName");
      if (created.contains(claim.text())) {
        claim.invalid("must not be a claim that an ephemeral volume creates");
      }
      Cursor name = volume.field("name");
      if (volume.field("ephemeral").isSet() && !name.isBlank()) {
        String claimName = podName + "-" + name.text();
        Check.shape(
            name,
            text -> Texts.labelProblem(text) == null ? Texts.subdomainProblem(claimName) : null);
      }
    }
  }

  private static Map.Entry<String, BiConsumer<Cursor, PodScope>> source(
      String name, Consumer<Cursor> rule) {
    return Map.entry(name, (volume, pod) -> rule.accept(volume));
  }
}
