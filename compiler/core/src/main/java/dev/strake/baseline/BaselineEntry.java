package dev.strake.baseline;

import dev.strake.report.Fingerprint;
import dev.strake.report.Fingerprint.ObjectKey;
import dev.strake.report.JsonWriter;

/**
 * A line of a baseline. It says in full what it hides, and the digest is of that: so nobody can
 * make an entry that reads like one finding and hides another.
 */
final class BaselineEntry {

  static final String FINGERPRINT = "fingerprint";
  static final String CODE = "code";
  static final String FILE = "file";
  static final String OBJECT = "object";
  static final String PATH = "path";
  static final String MESSAGE = "message";
  static final String OCCURRENCE = "occurrence";
  static final String GROUP = "group";
  static final String KIND = "kind";
  static final String NAMESPACE = "namespace";
  static final String NAME = "name";

  private BaselineEntry() {}

  static void write(Fingerprint fingerprint, JsonWriter json) {
    json.beginObject()
        .field(FINGERPRINT, fingerprint.digest())
        .field(CODE, fingerprint.code())
        .field(FILE, fingerprint.file());
    ObjectKey object = fingerprint.object();
    if (object != null) {
      json.name(OBJECT)
          .beginObject()
          .field(GROUP, object.group())
          .field(KIND, object.kind())
          .field(NAMESPACE, object.namespace())
          .field(NAME, object.name())
          .endObject();
    }
    json.field(PATH, fingerprint.path())
        .field(MESSAGE, fingerprint.message())
        .field(OCCURRENCE, fingerprint.occurrence())
        .endObject();
  }
}
