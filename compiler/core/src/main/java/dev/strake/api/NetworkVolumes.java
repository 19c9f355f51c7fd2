package dev.strake.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Volumes on storage networks.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateISCSIVolumeSource
 *     and its neighbours in validation.go</a>
 */
final class NetworkVolumes {

  private static final Pattern IQN =
      Pattern.compile("iqn\\.\\d{4}-\\d{2}\\.[A-Za-z0-9.-]+:[^,;*&$|\\s]+\\z");
  private static final Pattern EUI = Pattern.compile("eui.[A-Za-z0-9]{16}", Pattern.DOTALL);
  private static final Pattern NAA = Pattern.compile("naa.[A-Za-z0-9]{32}", Pattern.DOTALL);

  /** What Go's net.SplitHostPort takes apart. */
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[^\\[\\]]*\\]|[^\\[\\]:]*):[^\\[\\]:]*", Pattern.DOTALL);

  private static final int HIGHEST_LUN = 255;
  private static final int LONGEST_TENANT = 64;

  private NetworkVolumes() {}

  static void iscsi(Cursor source) {
    Check.required(source, "targetPortal", "iqn");
    Check.shape(source.field("iqn"), NetworkVolumes::iqnProblem);
    Check.range(source.field("lun"), 0, HIGHEST_LUN);
    boolean secret =
        source.field("chapAuthDiscovery").isTrue() || source.field("chapAuthSession").isTrue();
    if (secret && !source.field("secretRef").isSet()) {
      source.field("secretRef").missing("CHAP needs one");
    }
    Cursor initiator = source.field("initiatorName");
    if (initiator.isSet()) {
      Check.shapeEvenEmpty(initiator, NetworkVolumes::iqnProblem);
    }
  }

  private static @Nullable String iqnProblem(String text) {
    // As in Go, the first pattern may stand anywhere as long as the text ends with it.
    boolean iqn = text.startsWith("iqn") && IQN.matcher(text).find();
    boolean ok = iqn || EUI.matcher(text).matches() || NAA.matcher(text).matches();
    return ok ? null : "a name of iSCSI, which begins with iqn, eui or naa";
  }

  /** validateFlockerVolumeSource. */
  static void flocker(Cursor source) {
    Cursor name = source.field("datasetName");
    boolean uuid = !source.field("datasetUUID").isBlank();
    if (name.isBlank() && !uuid) {
      source.report(
          ApiCode.MISSING_FIELD, source.path() + " needs one of datasetName, datasetUUID");
    } else if (!name.isBlank() && uuid) {
      source.field("datasetUUID").forbidden("beside datasetName");
    }
    if (name.text().contains("/")) {
      name.invalid("must not have a '/'");
    }
  }

  /** validateCinderVolumeSource. */
  static void cinder(Cursor source) {
    Check.required(source, "volumeID");
    if (source.field("secretRef").isMapping()) {
      Check.required(source.field("secretRef"), "name");
    }
  }

  /** validateQuobyteVolumeSource. */
  static void quobyte(Cursor source) {
    Check.required(source, "registry", "volume");
    Cursor tenant = source.field("tenant");
    if (Texts.bytes(tenant.text()) > LONGEST_TENANT) {
      tenant.invalid(ApiCode.TOO_LONG, "must have at most 64 characters");
    }
    Cursor registry = source.field("registry");
    for (String pair : registry.text().split(",", -1)) {
      if (!registry.isBlank() && !HOST_AND_PORT.matcher(pair).matches()) {
        registry.invalid("must be host:port, or several with commas between");
        return;
      }
    }
  }

  /** validateFCVolumeSource. */
  static void fibreChannel(Cursor source) {
    Cursor wwns = source.field("targetWWNs");
    Cursor wwids = source.field("wwids");
    if (wwns.isEmpty() && wwids.isEmpty()) {
      source.report(ApiCode.MISSING_FIELD, source.path() + " needs one of targetWWNs, wwids");
    } else if (!wwns.isEmpty() && !wwids.isEmpty()) {
      wwids.forbidden("beside targetWWNs");
    }
    Cursor lun = source.field("lun");
    if (!wwns.isEmpty()) {
      if (!lun.isSet()) {
        lun.missing("targetWWNs need one");
      }
      Check.range(lun, 0, HIGHEST_LUN);
    }
  }

  /** validateStorageOSVolumeSource. */
  static void storageOs(Cursor source) {
    Check.requiredShape(source.field("volumeName"), Texts::labelProblem);
    Check.shape(source.field("volumeNamespace"), Texts::labelProblem);
    if (source.field("secretRef").isMapping()) {
      Check.required(source.field("secretRef"), "name");
    }
  }
}
