package dev.strake.api;

import java.util.List;

/**
 * Services, with the defaults that the server sets: the type ClusterIP, and Cluster for the traffic
 * policies.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateService
 *     in validation.go</a>
 */
final class ServiceRules implements ObjectRules {

  static final String CLUSTER_IP = "ClusterIP";
  static final String EXTERNAL_NAME = "ExternalName";
  static final String LOAD_BALANCER = "LoadBalancer";
  private static final String NODE_PORT = "NodePort";
  private static final List<String> TYPES =
      List.of(CLUSTER_IP, EXTERNAL_NAME, LOAD_BALANCER, NODE_PORT);
  private static final List<String> POLICIES = List.of("Cluster", "Local");
  private static final String CLIENT_IP = "ClientIP";
  private static final long LONGEST_AFFINITY_SECONDS = 86_400;
  private static final String HINTS = "service.kubernetes.io/topology-aware-hints";
  private static final String MODE = "service.kubernetes.io/topology-mode";

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    String type = spec.field("type").textOr(CLUSTER_IP);
    Check.oneOfOrEmpty(spec.field("type"), TYPES);
    checkTopology(object.field("metadata", "annotations"));
    checkExternalName(spec, type);
    ServicePorts.check(spec, type);
    Labels.check(spec.field("selector"));
    checkAffinity(spec);
    ServiceAddresses.check(object, type, context);
    checkLoadBalancer(spec, type);
    checkTraffic(spec, type);
    checkDistribution(spec.field("trafficDistribution"), context);
  }

  private static void checkTopology(Cursor annotations) {
    Cursor hints = annotations.field(HINTS);
    Cursor mode = annotations.field(MODE);
    if (hints.isSet() && mode.isSet() && !mode.text().equals(hints.text())) {
      mode.invalid("must be what the annotation " + HINTS + " says");
    }
  }

  private static void checkExternalName(Cursor spec, String type) {
    if (!type.equals(EXTERNAL_NAME)) {
      return;
    }
    Cursor name = spec.field("externalName");
    if (name.isBlank() || name.is(".")) {
      name.missing("the type ExternalName needs one");
    } else {
      Check.shape(
          name, text -> Texts.subdomainProblem(text.endsWith(".") ? withoutLast(text) : text));
    }
  }

  private static String withoutLast(String text) {
    return text.substring(0, text.length() - 1);
  }

  /** validateClientIPAffinityConfig, with the timeout that the server sets if there is none. */
  private static void checkAffinity(Cursor spec) {
    Check.oneOfOrEmpty(spec.field("sessionAffinity"), List.of(CLIENT_IP, "None"));
    Cursor config = spec.field("sessionAffinityConfig");
    if (spec.field("sessionAffinity").is(CLIENT_IP)) {
      Check.range(config.field("clientIP", "timeoutSeconds"), 1, LONGEST_AFFINITY_SECONDS);
    }
  }

  /** validateLoadBalancerClassField. */
  private static void checkLoadBalancer(Cursor spec, String type) {
    Cursor loadBalancerClass = spec.field("loadBalancerClass");
    if (type.equals(LOAD_BALANCER)) {
      if (loadBalancerClass.isSet()) {
        Check.shapeEvenEmpty(loadBalancerClass, Texts::qualifiedProblem);
      }
    } else {
      Check.forbidden(
          spec,
          "unless the type is LoadBalancer",
          List.of("loadBalancerClass", "allocateLoadBalancerNodePorts"));
    }
  }

  /** validateServiceExternalTrafficPolicy and validateServiceInternalTrafficFieldsValue. */
  private static void checkTraffic(Cursor spec, String type) {
    Cursor external = spec.field("externalTrafficPolicy");
    if (isReachedFromOutside(spec, type)) {
      Check.oneOfOrEmpty(external, POLICIES);
    } else if (!external.isBlank()) {
      external.forbidden("unless the service can be reached from outside the cluster");
    }
    Cursor healthPort = spec.field("healthCheckNodePort");
    if (type.equals(LOAD_BALANCER) && external.is("Local")) {
      ServicePorts.checkNodePort(healthPort);
    } else if (healthPort.integerOr(0) != 0) {
      healthPort.forbidden(
          "unless the type is LoadBalancer and the externalTrafficPolicy is Local");
    }
    Check.oneOf(spec.field("internalTrafficPolicy"), POLICIES);
  }

  /** ExternallyAccessible in pkg/api/service/util.go. */
  private static boolean isReachedFromOutside(Cursor spec, String type) {
    return type.equals(LOAD_BALANCER)
        || type.equals(NODE_PORT)
        || (type.equals(CLUSTER_IP) && spec.field("externalIPs").hasElements());
  }

  /** validateServiceTrafficDistribution; before 1.31 the field was dropped. */
  private static void checkDistribution(Cursor distribution, ApiContext context) {
    if (context.isSince(34)) {
      Check.oneOf(distribution, List.of("PreferClose", "PreferSameNode", "PreferSameZone"));
    } else if (context.isSince(31)) {
      Check.oneOf(distribution, List.of("PreferClose"));
    }
  }
}
