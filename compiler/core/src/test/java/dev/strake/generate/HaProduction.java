package dev.strake.generate;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedEndpoint;
import dev.strake.resolve.Resolver;
import dev.strake.spec.Specs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three control planes behind a virtual address, a worker, two namespaces. */
public final class HaProduction {

  private static final String SPEC =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Cluster
      metadata:
        name: prod-a
      spec:
        kubernetesVersion: v1.36.4
        controlPlaneEndpoint: {host: HOST, port: PORT}
        clusterNetwork:
          machines: {cidrBlocks: [192.168.1.0/24]}
          pods: {cidrBlocks: [10.244.0.0/16]}
          services: {cidrBlocks: [10.96.0.0/12]}
          cni: {type: Flannel, networkPolicy: true}
        loadBalancer:
          type: HAProxyKeepalived
          keepalived: {virtualIP: 192.168.1.200/24, interface: eth0, virtualRouterID: 61}
          hosts:
            - {name: lb-1, address: 192.168.1.11, priority: 102}
            - {name: lb-2, address: 192.168.1.12, priority: 101}
        controlPlane:
          etcd:
            local: {dataDir: /var/lib/etcd, quotaBackendBytes: 8589934592}
          apiServer: {bindPort: BIND}
        nodePools:
          - name: control-plane
            role: ControlPlane
            template:
              capacity: {cpu: 16}
            nodes:
      NODES
          - name: general
            role: Worker
            template:
              capacity: {cpu: 16}
              labels: {workload: general}
              kubelet:
                systemReserved: {memory: 4Gi, cpu: 1}
                kubeReserved: {cpu: 500m, memory: 2Gi}
            nodes:
              - {name: w-1, address: 192.168.1.110}
        namespaces:
          - name: team-a
            podSecurity: {enforce: restricted, warn: restricted}
            quota: {requests.memory: 32Gi, pods: 100}
            limitRange:
              default: {cpu: 500m}
              defaultRequest: {cpu: 100m}
              max: {cpu: 4}
          - name: team-b
            defaultDeny: false
      """;

  private final Map<String, String> controlPlane = new LinkedHashMap<>();
  private ResolvedEndpoint endpoint = new ResolvedEndpoint("192.168.1.200", 6443, 6443);

  public HaProduction() {
    controlPlane.put("cp-1", "192.168.1.100");
    controlPlane.put("cp-2", "192.168.1.101");
    controlPlane.put("cp-3", "192.168.1.102");
  }

  public HaProduction withControlPlane(String name, String address) {
    controlPlane.put(name, address);
    return this;
  }

  public HaProduction withEndpoint(ResolvedEndpoint newEndpoint) {
    endpoint = newEndpoint;
    return this;
  }

  /** With origins that are named after the fields. */
  public ResolvedCluster resolved() {
    StringBuilder nodes = new StringBuilder();
    controlPlane.forEach(
        (name, address) ->
            nodes.append("        - {name: " + name + ", address: \"" + address + "\"}\n"));
    String text =
        SPEC.replace("HOST", endpoint.host())
            .replace("PORT", Integer.toString(endpoint.port()))
            .replace("BIND", Integer.toString(endpoint.bindPort()))
            .replace("NODES", nodes);
    ResolvedCluster resolved = Resolver.resolve(Specs.bound(text));
    return new ResolvedCluster(
        resolved.spec(),
        new NamedOrigins(),
        resolved.endpoint(),
        resolved.networks(),
        resolved.nodes(),
        resolved.loadBalancer(),
        resolved.machines(),
        List.of(endpoint.host(), "192.168.1.100"),
        resolved.files());
  }
}
