package dev.strake.generate.controlplane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.spec.Specs;
import dev.strake.yaml.YamlMapping;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditPolicyTest {

  private static final YamlMapping OURS = (YamlMapping) Specs.read(AuditPolicy.ours()).root();

  private static final String KUBELET = "system:node:w-1";
  private static final String CONTROLLER =
      "system:serviceaccount:kube-system:replicaset-controller";
  private static final String OPERATOR = "system:serviceaccount:shop:deployer";

  private static Set<String> groups(String user) {
    if (user.equals("system:anonymous")) {
      return Set.of("system:unauthenticated");
    }
    if (user.equals(KUBELET)) {
      return Set.of("system:nodes", "system:authenticated");
    }
    if (!user.startsWith("system:serviceaccount:")) {
      return Set.of("system:authenticated");
    }
    String namespace = user.split(":", -1)[2];
    return Set.of(
        "system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated");
  }

  private static String level(String user, String verb, @Nullable String group, String resource) {
    return new AuditedRequest(user, groups(user), verb, group == null ? "" : group, resource)
        .level(OURS);
  }

  /** Whoever it is and whatever is done to it: the log never holds it, and always knows of it. */
  @ParameterizedTest
  @CsvSource({
    ", secrets",
    ", configmaps",
    ", serviceaccounts/token",
    "authentication.k8s.io, tokenreviews"
  })
  void secretsAreNotedWithoutTheirContents(@Nullable String group, String resource) {
    for (String user :
        new String[] {
          "jane",
          "system:anonymous",
          "system:apiserver",
          "system:kube-controller-manager",
          KUBELET,
          CONTROLLER,
          OPERATOR
        }) {
      for (String verb :
          new String[] {
            "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"
          }) {
        assertEquals("Metadata", level(user, verb, group, resource), user + " " + verb);
      }
    }
  }

  /** Since websockets, these are GET requests: no rule about reading may swallow them. */
  @ParameterizedTest
  @CsvSource({
    "pods/exec",
    "pods/attach",
    "pods/portforward",
    "pods/proxy",
    "services/proxy",
    "nodes/proxy"
  })
  void waysIntoContainersAreNotedForEverybody(String resource) {
    assertEquals("Metadata", level("jane", "get", null, resource));
    assertEquals("Metadata", level("jane", "create", null, resource));
    assertEquals("Metadata", level(KUBELET, "get", null, resource));
    assertEquals("Metadata", level(CONTROLLER, "get", null, resource));
    assertEquals("Metadata", level("system:apiserver", "get", null, resource));
  }

  @ParameterizedTest
  @CsvSource({
    "rbac.authorization.k8s.io, clusterrolebindings",
    "rbac.authorization.k8s.io, roles",
    "admissionregistration.k8s.io, validatingwebhookconfigurations",
    "apiregistration.k8s.io, apiservices",
    "certificates.k8s.io, certificatesigningrequests/approval",
    "networking.k8s.io, networkpolicies",
    ", namespaces",
    ", serviceaccounts"
  })
  void changesOfRightsAreNotedWhole(@Nullable String group, String resource) {
    for (String verb : new String[] {"create", "update", "patch", "delete", "deletecollection"}) {
      assertEquals("RequestResponse", level("jane", verb, group, resource), verb);
      assertEquals("RequestResponse", level(CONTROLLER, verb, group, resource), verb);
      assertEquals("RequestResponse", level("system:apiserver", verb, group, resource), verb);
    }
    assertEquals("Metadata", level("jane", "list", group, resource));
  }

  @ParameterizedTest
  @CsvSource({
    "apps, deployments",
    "apps, deployments/scale",
    "batch, cronjobs",
    ", pods",
    ", pods/ephemeralcontainers",
    ", pods/eviction",
    ", services",
    "networking.k8s.io, ingresses"
  })
  void changesOfWorkloadsAreNotedWithWhatWasAskedFor(@Nullable String group, String resource) {
    assertEquals("Request", level("jane", "create", group, resource));
    assertEquals("Request", level(OPERATOR, "patch", group, resource));
    assertEquals("Metadata", level(CONTROLLER, "create", group, resource));
    assertEquals("Metadata", level("jane", "get", group, resource));
  }

  @ParameterizedTest
  @CsvSource({
    "system:anonymous, get, , /readyz",
    "system:anonymous, get, , /livez/etcd",
    "system:anonymous, get, , /version",
    "jane, get, , /apis/apps/v1",
    "jane, get, , /openapi/v3",
    "system:node:w-1, update, coordination.k8s.io, leases",
    "system:serviceaccount:shop:deployer, update, coordination.k8s.io, leases",
    "system:kube-scheduler, update, coordination.k8s.io, leases",
    "system:node:w-1, create, , events",
    "system:serviceaccount:shop:deployer, patch, events.k8s.io, events",
    "system:node:w-1, patch, , nodes/status",
    "system:node:w-1, patch, , pods/status",
    "system:node:w-1, watch, , pods",
    "system:serviceaccount:kube-system:kube-proxy, watch, discovery.k8s.io, endpointslices",
    "system:kube-scheduler, list, , nodes"
  })
  void noiseIsLeftOut(String user, String verb, @Nullable String group, String resource) {
    assertEquals("None", level(user, verb, group, resource));
  }

  @ParameterizedTest
  @CsvSource({
    "system:anonymous, get, , /apis",
    "system:anonymous, get, , /metrics",
    "system:anonymous, list, , pods",
    "jane, post, , /api",
    "jane, delete, , events",
    "jane, deletecollection, events.k8s.io, events",
    "jane, update, coordination.k8s.io, leases",
    "jane, patch, , nodes/status",
    "system:node:w-1, create, , nodes/other",
    "system:node:w-1, delete, coordination.k8s.io, leases",
    "jane, list, , nodes",
    "jane, create, example.net, widgets",
    "system:serviceaccount:shop:deployer, get, , pods",
    "system:kube-scheduler, create, , pods/binding"
  })
  void theRestIsNoted(String user, String verb, @Nullable String group, String resource) {
    assertEquals("Metadata", level(user, verb, group, resource));
  }
}
