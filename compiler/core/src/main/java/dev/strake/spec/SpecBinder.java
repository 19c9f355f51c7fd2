package dev.strake.spec;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads documents of our kinds into records, and finds every mistake at once.
 *
 * <p>A record's components are the fields: a component that may be null is optional, a list or map
 * that is absent is empty, one with a default gets it, and all others must be written. An explicit
 * null counts as absent, as in Kubernetes. Nothing here knows a field by name, so that the spec
 * grows by growing its records.
 */
public final class SpecBinder {

  private static final String API_VERSION = "apiVersion";
  private static final String KIND = "kind";

  private SpecBinder() {}

  /**
   * Binds a document of {@code kind: Cluster}.
   *
   * @return with a value unless something had to be dropped; a field that nobody knows is an error,
   *     but drops nothing
   */
  public static Checked<Bound<Cluster>> bind(YamlDocument document) {
    return bind(Cluster.class, Cluster.API_VERSION, Cluster.KIND, Place.root(document.root()));
  }

  static <T extends Record> Checked<Bound<T>> bind(
      Class<T> type, String apiVersion, String kind, Place root) {
    List<Diagnostic> findings = new ArrayList<>();
    OriginTable origins = new OriginTable();
    NodeBinder binder = new NodeBinder(origins, findings::add);
    checkHeaders(root, apiVersion, kind, findings::add);
    Record bound = binder.record(type, root, List.of(API_VERSION, KIND));
    return bound == null
        ? Checked.failed(findings)
        : Checked.of(new Bound<>(type.cast(bound), origins), findings);
  }

  /** Reports what a document of another kind says of itself; nothing if it is no mapping. */
  static void checkHeaders(Place root, String apiVersion, String kind, DiagnosticSink sink) {
    if (root.node() instanceof YamlMapping) {
      checkHeader(root, API_VERSION, apiVersion, sink);
      checkHeader(root, KIND, kind, sink);
    }
  }

  private static void checkHeader(Place root, String key, String expected, DiagnosticSink sink) {
    Place place = root.child(key);
    if (place == null) {
      sink.report(SectionBinder.missing(root, key, expected));
    } else if (!(place.node() instanceof YamlScalar scalar)) {
      ScalarBinder.report(sink, place, expected, null);
    } else if (!scalar.text().equals(expected)) {
      sink.report(ScalarBinder.unknownChoice(place, scalar, List.of(expected)));
    }
  }
}
