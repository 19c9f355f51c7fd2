package dev.strake.api;

import java.util.List;

/**
 * Volumes that are to be attached to nodes.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/storage/validation/validation.go">ValidateVolumeAttachment
 *     in validation.go</a>
 */
final class VolumeAttachmentRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    Check.requiredShape(spec.field("attacher"), Texts::driverProblem);
    Check.requiredShape(spec.field("nodeName"), Texts::subdomainProblem);
    Cursor source = spec.field("source");
    Sources.checkExactlyOne(source, List.of("inlineVolumeSpec", "persistentVolumeName"));
    Cursor name = source.field("persistentVolumeName");
    if (name.isSet()) {
      Check.requiredShape(name, Texts::subdomainProblem);
    }
    Cursor inline = source.field("inlineVolumeSpec");
    if (inline.isMapping() && !inline.field("csi").isSet()) {
      inline.field("csi").missing("an inline volume needs it");
    }
  }
}
