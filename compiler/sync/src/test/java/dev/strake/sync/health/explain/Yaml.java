package dev.strake.sync.health.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.strake.sync.object.KubernetesObject;
import java.util.ArrayList;
import java.util.List;

/** Objects as YAML, several with dashes between them. */
final class Yaml {

  private Yaml() {}

  static List<KubernetesObject> objects(String text) {
    List<KubernetesObject> objects = new ArrayList<>();
    for (String document : text.split("---\n", -1)) {
      try {
        objects.add(KubernetesObject.of((ObjectNode) new YAMLMapper().readTree(document)));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(document, e);
      }
    }
    return objects;
  }

  static KubernetesObject object(String text) {
    return objects(text).get(0);
  }
}
