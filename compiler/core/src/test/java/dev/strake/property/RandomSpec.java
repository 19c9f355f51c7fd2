package dev.strake.property;

import dev.strake.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Valid clusters of many shapes, one for each seed. */
final class RandomSpec {

  private final Random random;
  private int nextAddress = 20;

  private RandomSpec(long seed) {
    this.random = new Random(seed);
  }

  /** The tree of a cluster.yaml. */
  static Map<String, Object> of(long seed) {
    return new RandomSpec(seed).cluster();
  }

  static String text(Map<String, Object> tree) {
    return YamlWriter.write(tree);
  }

  private Map<String, Object> cluster() {
    int controlPlanes = pick(1, 3, 5);
    boolean balanced = controlPlanes > 1 || random.nextBoolean();
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("kubernetesVersion", pick("v1.35.4", "v1.36.2", "v1.36.4"));
    spec.put("controlPlaneEndpoint", map("host", "10.20.0.10", "port", pick(6443, 8443)));
    spec.put("clusterNetwork", network());
    spec.put("loadBalancer", balanced ? balancer() : map("type", "External"));
    spec.put("controlPlane", map("etcd", map("local", map("dataDir", "/var/lib/etcd"))));
    spec.put("kubelet", map("maxPods", pick(60, 110), "serverTLSBootstrap", false));
    List<Object> pools = new ArrayList<>();
    pools.add(pool("control-plane", "ControlPlane", controlPlanes));
    int workers = 1 + random.nextInt(3);
    for (int i = 0; i < workers; i++) {
      pools.add(pool("pool-" + i, "Worker", 1 + random.nextInt(3)));
    }
    spec.put("nodePools", pools);
    spec.put("namespaces", namespaces());
    if (!balanced) {
      spec.put("controlPlaneEndpoint", map("host", "api.example.net", "port", 6443));
    }
    return map(
        "apiVersion",
        "strake.dev/v1alpha1",
        "kind",
        "Cluster",
        "metadata",
        map("name", "random"),
        "spec",
        spec);
  }

  private Map<String, Object> network() {
    return map(
        "machines", map("cidrBlocks", list("10.20.0.0/24"), "gateway", "10.20.0.1", "mtu", 1500),
        "pods", map("cidrBlocks", list(pick("10.244.0.0/16", "172.24.0.0/15"))),
        "services", map("cidrBlocks", list(pick("10.96.0.0/12", "10.112.0.0/16"))),
        "cni", map("type", "Flannel", "networkPolicy", true));
  }

  private Map<String, Object> balancer() {
    return map(
        "type", "HAProxyKeepalived",
        "keepalived",
            map(
                "virtualIP",
                "10.20.0.10/24",
                "interface",
                "eth0",
                "virtualRouterID",
                1 + random.nextInt(255),
                "checkWeight",
                -20),
        "hosts",
            list(
                map("name", "lb-1", "address", "10.20.0.11", "priority", 102),
                map("name", "lb-2", "address", "10.20.0.12", "priority", 101)));
  }

  private Map<String, Object> pool(String name, String role, int size) {
    List<Object> nodes = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      nodes.add(map("name", name + "-" + i, "address", "10.20.0." + nextAddress++));
    }
    Map<String, Object> template =
        map("capacity", map("cpu", pick(4, 8), "memory", pick("16Gi", "32Gi")));
    if (role.equals("Worker") && random.nextBoolean()) {
      template.put("labels", map("workload", name));
    }
    return map("name", name, "role", role, "template", template, "nodes", nodes);
  }

  private List<Object> namespaces() {
    List<Object> namespaces = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      namespaces.add(
          map("name", "team-" + i, "podSecurity", map("enforce", pick("baseline", "restricted"))));
    }
    return namespaces;
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static List<Object> list(Object... items) {
    return new ArrayList<>(List.of(items));
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
