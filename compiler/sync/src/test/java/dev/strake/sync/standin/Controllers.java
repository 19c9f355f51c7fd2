package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What some part of a real cluster does at once, and a sync has to wait for. */
final class Controllers {

  private Controllers() {}

  static void created(ObjectNode object) {
    if (object.path("kind").asText().equals("CustomResourceDefinition")) {
      var conditions = object.putObject("status").putArray("conditions");
      conditions.addObject().put("type", "NamesAccepted").put("status", "True");
      conditions.addObject().put("type", "Established").put("status", "True");
    }
  }
}
