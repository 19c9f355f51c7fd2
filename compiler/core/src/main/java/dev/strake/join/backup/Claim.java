package dev.strake.join.backup;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Data that lies in volumes.
 *
 * @param place to report
 * @param written the claim, or the template of claims
 * @param prefix that the claims' names begin with, which is the whole name of a single one
 */
record Claim(Part place, Part written, String namespace, String prefix, boolean isTemplate) {

  static List<Claim> all(ObjectSet objects) {
    List<Claim> claims = new ArrayList<>();
    for (Manifest claim : objects.all("", "PersistentVolumeClaim")) {
      Part written = Part.of(claim);
      claims.add(
          new Claim(
              written.field("metadata", "name"),
              written,
              ObjectSet.namespace(claim),
              claim.ref().name(),
              false));
    }
    for (Manifest set : objects.all("apps", "StatefulSet")) {
      Part templates = Part.of(set).field("spec", "volumeClaimTemplates");
      for (Part template : templates.items()) {
        String name = template.field("metadata", "name").textOrEmpty();
        claims.add(
            new Claim(
                templates,
                template,
                ObjectSet.namespace(set),
                name + "-" + set.ref().name() + "-",
                true));
      }
    }
    return claims;
  }

  boolean isNamed(String name) {
    return isTemplate ? name.startsWith(prefix) : name.equals(prefix);
  }

  Map<String, String> labels() {
    return written.field("metadata", "labels").textByKey();
  }

  Part annotation(String key) {
    return written.field("metadata", "annotations", key);
  }

  /** Empty where the cluster's default counts. */
  String storageClass() {
    return written.field("spec", "storageClassName").textOrEmpty();
  }
}
