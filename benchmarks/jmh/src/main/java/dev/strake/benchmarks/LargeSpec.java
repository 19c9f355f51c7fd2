package dev.strake.benchmarks;

/**
 * A cluster without errors and warnings: three control planes, and workers in pools of up to 250 in
 * which every node has its own address, failure domain and label.
 */
final class LargeSpec {

  private static final int CONTROL_PLANES = 3;
  private static final int POOL = 250;

  private final int nodes;
  private final StringBuilder text = new StringBuilder();

  LargeSpec(int nodes) {
    this.nodes = nodes;
  }

  String text() {
    text.append(
        """
        apiVersion: strake.dev/v1alpha1
        kind: Cluster
        metadata: {name: large}
        spec:
          kubernetesVersion: v1.36.4
          controlPlaneEndpoint: {host: 10.0.0.5}
          clusterNetwork:
            machines: {cidrBlocks: [10.0.0.0/17], gateway: 10.0.0.1}
            pods: {cidrBlocks: [10.128.0.0/9]}
            services: {cidrBlocks: [10.96.0.0/12]}
            cni: {type: Calico, encapsulation: VXLAN, mtu: 1450}
          loadBalancer:
            type: HAProxyKeepalived
            keepalived: {virtualIP: 10.0.0.5/17, interface: eth0, virtualRouterID: 61}
            hosts:
              - {name: lb-1, address: 10.0.0.6, priority: 102}
              - {name: lb-2, address: 10.0.0.7, priority: 101}
          backup: {etcd: {type: None}}
          controlPlane: {etcd: {local: {}}}
          nodePools:
            - name: control-plane
              role: ControlPlane
              template: {capacity: {cpu: 16, memory: 64Gi, ephemeral-storage: 200Gi}}
              nodes:
        """);
    for (int i = 0; i < CONTROL_PLANES; i++) {
      node("cp-", i);
    }
    for (int i = CONTROL_PLANES; i < nodes; i++) {
      if ((i - CONTROL_PLANES) % POOL == 0) {
        pool((i - CONTROL_PLANES) / POOL);
      }
      node("worker-", i);
    }
    return text.toString();
  }

  private void pool(int number) {
    text.append("    - name: workers-").append(number).append('\n');
    text.append(
        """
              role: Worker
              template:
                capacity: {cpu: 8, memory: 32Gi, ephemeral-storage: 100Gi}
                labels: {workload: general}
                kubelet:
                  systemReserved: {cpu: 250m, memory: 512Mi}
                  kubeReserved: {cpu: 250m, memory: 1Gi}
              nodes:
        """);
  }

  private void node(String prefix, int number) {
    int address = 256 + number;
    text.append("        - name: ").append(prefix).append(number).append('\n');
    text.append("          address: 10.0.").append(address / 256).append('.');
    text.append(address % 256).append('\n');
    text.append("          failureDomain: rack-").append(number % CONTROL_PLANES).append('\n');
    text.append("          labels: {slot: s").append(number).append("}\n");
  }
}
