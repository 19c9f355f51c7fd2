package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What a server fills in: the schemas' defaults, and those of the kinds that every set has. */
final class Defaults {

  private static final Map<String, String> DEPLOYMENT =
      Map.of(
          "replicas", "1",
          "revisionHistoryLimit", "10",
          "progressDeadlineSeconds", "600",
          "strategy",
              "{'type':'RollingUpdate','rollingUpdate':{'maxSurge':'25%','maxUnavailable':'25%'}}");

  private static final Map<String, String> POD =
      Map.of(
          "restartPolicy", "'Always'",
          "dnsPolicy", "'ClusterFirst'",
          "schedulerName", "'default-scheduler'",
          "terminationGracePeriodSeconds", "30",
          "securityContext", "{}");

  private static final Map<String, String> CONTAINER =
      Map.of(
          "imagePullPolicy", "'IfNotPresent'",
          "terminationMessagePath", "'/dev/termination-log'",
          "terminationMessagePolicy", "'File'",
          "resources", "{}");

  private static final Map<String, String> SERVICE =
      Map.of(
          "type", "'ClusterIP'",
          "sessionAffinity", "'None'",
          "clusterIP", "'10.96.17.4'",
          "clusterIPs", "['10.96.17.4']",
          "internalTrafficPolicy", "'Cluster'",
          "ipFamilies", "['IPv4']",
          "ipFamilyPolicy", "'SingleStack'");

  private static final Map<String, String> WEBHOOK =
      Map.of(
          "timeoutSeconds", "10",
          "matchPolicy", "'Equivalent'",
          "failurePolicy", "'Fail'",
          "namespaceSelector", "{}",
          "objectSelector", "{}");

  private Defaults() {}

  static void fill(ObjectNode object, Shape shape) {
    schema(object, shape);
    String kind = object.path("kind").asText();
    if (kind.equals("Deployment")) {
      missing(object.path("spec"), DEPLOYMENT);
      pod(object.path("spec").path("template").path("spec"));
    } else if (kind.equals("Service")) {
      missing(object.path("spec"), SERVICE);
      object
          .path("spec")
          .path("ports")
          .forEach(port -> missing(port, Map.of("targetPort", port.path("port").toString())));
    } else if (kind.endsWith("WebhookConfiguration")) {
      object.path("webhooks").forEach(webhook -> missing(webhook, WEBHOOK));
    } else if (kind.equals("Namespace")) {
      object.withObjectProperty("spec").putArray("finalizers").add("kubernetes");
    } else if (kind.equals("Secret") && object.path("stringData").isObject()) {
      encode(object);
    }
  }

  private static void encode(ObjectNode secret) {
    ObjectNode data = secret.withObjectProperty("data");
    secret
        .path("stringData")
        .properties()
        .forEach(
            e ->
                data.put(
                    e.getKey(),
                    Base64.getEncoder()
                        .encodeToString(e.getValue().asText().getBytes(StandardCharsets.UTF_8))));
    secret.remove("stringData");
  }

  private static void pod(JsonNode spec) {
    missing(spec, POD);
    for (String list : List.of("containers", "initContainers")) {
      spec.path(list).forEach(container -> missing(container, CONTAINER));
    }
  }

  private static void missing(JsonNode within, Map<String, String> defaults) {
    if (within instanceof ObjectNode object) {
      defaults.forEach(
          (name, json) -> {
            if (!object.has(name)) {
              object.set(name, Json.parse(json.replace('\'', '"')));
            }
          });
    }
  }

  private static void schema(JsonNode value, Shape shape) {
    if (value instanceof ObjectNode object) {
      for (String name : shape.fieldsWithDefaults()) {
        String fallback = shape.defaultOf(name);
        if (!object.has(name) && fallback != null) {
          object.set(name, Json.parse(fallback));
        }
      }
      object.properties().forEach(e -> schema(e.getValue(), shape.field(e.getKey())));
    } else if (value.isArray()) {
      value.forEach(item -> schema(item, shape.item()));
    }
  }

  /** What was given out once stays so. */
  static void keepAllocated(ObjectNode before, ObjectNode after) {
    if (after.path("kind").asText().equals("Service")) {
      ObjectNode spec = after.withObjectProperty("spec");
      for (String field : List.of("clusterIP", "clusterIPs")) {
        if (!spec.has(field)) {
          spec.set(field, before.path("spec").path(field));
        }
      }
    }
  }
}
