package dev.strake.api;

import dev.strake.value.Quoted;
import java.util.List;

/**
 * Where a container finds its volumes.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateVolumeMounts
 *     and ValidateVolumeDevices in validation.go</a>
 */
final class MountRules {

  private static final List<String> PROPAGATIONS =
      List.of("Bidirectional", "HostToContainer", "None");
  private static final List<String> RECURSIVE = List.of("Disabled", "IfPossible", "Enabled");

  private MountRules() {}

  static void check(Cursor container, PodScope pod) {
    Cursor mounts = container.field("volumeMounts");
    Cursor devices = container.field("volumeDevices");
    boolean privileged = container.field("securityContext", "privileged").isTrue();
    Seen paths = new Seen();
    for (Cursor mount : mounts.items()) {
      checkVolume(mount.field("name"), pod.volumes());
      checkPath(mount.field("mountPath"), paths);
      checkSubPath(mount);
      checkPropagation(mount, privileged);
      if (pod.context().isSince(31)) {
        checkRecursive(mount);
      }
    }
    checkDevices(devices, mounts, paths, pod.volumes());
  }

  private static void checkVolume(Cursor name, PodVolumes volumes) {
    if (name.isBlank()) {
      name.missing();
    } else if (name.isText() && !volumes.has(name.text())) {
      name.report(ApiCode.UNRESOLVED_REFERENCE, "the pod has no volume " + Quoted.of(name.text()));
    }
  }

  private static void checkPath(Cursor path, Seen paths) {
    if (path.isBlank()) {
      path.missing();
    }
    paths.add(path, path.text(), "a mount at " + path.text());
  }

  private static void checkSubPath(Cursor mount) {
    Cursor subPath = mount.field("subPath");
    Cursor expression = mount.field("subPathExpr");
    Paths.descending(subPath);
    Paths.descending(expression);
    if (!subPath.isBlank() && !expression.isBlank()) {
      expression.forbidden("beside subPath");
    }
  }

  /** validateMountPropagation. */
  private static void checkPropagation(Cursor mount, boolean privileged) {
    Cursor propagation = mount.field("mountPropagation");
    Check.oneOf(propagation, PROPAGATIONS);
    if (propagation.is("Bidirectional") && !privileged) {
      propagation.invalid(
          ApiCode.FORBIDDEN_FIELD, "must not be Bidirectional in a container without privileges");
    }
  }

  /** validateMountRecursiveReadOnly; the server drops the field before 1.31. */
  private static void checkRecursive(Cursor mount) {
    Cursor propagation = mount.field("mountPropagation");
    Cursor recursive = mount.field("recursiveReadOnly");
    Check.oneOf(recursive, RECURSIVE);
    if (recursive.is("Enabled") || recursive.is("IfPossible")) {
      if (!mount.field("readOnly").isTrue()) {
        recursive.forbidden("unless readOnly is true");
      }
      if (propagation.isSet() && !propagation.is("None")) {
        recursive.forbidden("with a mountPropagation");
      }
    }
  }

  private static void checkDevices(Cursor devices, Cursor mounts, Seen paths, PodVolumes volumes) {
    Seen names = new Seen();
    for (Cursor mount : mounts.items()) {
      names.remember(mount.field("name"), mount.field("name").text());
    }
    for (Cursor device : devices.items()) {
      Cursor name = device.field("name");
      checkVolume(name, volumes);
      if (volumes.has(name.text()) && !volumes.isClaim(name.text())) {
        name.invalid("must be a volume of a claim to be a device");
      }
      names.add(name, name.text(), "the volume " + name.text());
      checkPath(device.field("devicePath"), paths);
      Paths.noBacksteps(device.field("devicePath"));
    }
  }
}
