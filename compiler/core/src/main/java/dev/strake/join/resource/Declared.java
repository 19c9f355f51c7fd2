package dev.strake.join.resource;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.manifest.Manifest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a namespace surely has. Of objects that lie side by side in a folder, nobody knows whether
 * two of one name are for two clusters, or where one goes that names no namespace.
 */
final class Declared {

  private Declared() {}

  /** The objects of a kind in the core group, by name. */
  static List<Part> in(String namespace, String kind, ObjectSet objects) {
    Map<String, Part> byName = new TreeMap<>();
    List<Manifest> all = objects.all("", kind, namespace);
    for (Manifest object : all) {
      if (objects.isOfOneCluster() || object.ref().namespace() != null) {
        byName.putIfAbsent(object.ref().name(), Part.of(object));
      }
    }
    return byName.size() == all.size() ? List.copyOf(byName.values()) : List.of();
  }

  /** Whether some are of one name, so that nobody knows which counts. */
  static boolean isUnclear(String namespace, String kind, ObjectSet objects) {
    return in(namespace, kind, objects).size() != objects.all("", kind, namespace).size();
  }
}
