package dev.strake.join.resource;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.manifest.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Claims of volumes, and templates of such. */
final class Claims {

  private Claims() {}

  /** Each with its namespace. */
  static Map<Part, String> of(ObjectSet objects) {
    Map<Part, String> claims = new LinkedHashMap<>();
    for (Manifest claim : objects.all("", "PersistentVolumeClaim")) {
      claims.put(Part.of(claim), ObjectSet.namespace(claim));
    }
    for (Manifest set : objects.all("apps", "StatefulSet")) {
      Part.of(set)
          .field("spec", "volumeClaimTemplates")
          .items()
          .forEach(template -> claims.put(template, ObjectSet.namespace(set)));
    }
    return claims;
  }
}
