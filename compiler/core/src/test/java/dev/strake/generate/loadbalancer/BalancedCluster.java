package dev.strake.generate.loadbalancer;

import dev.strake.bundle.Artifact;
import dev.strake.resolve.NamedFiles;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.resolve.Resolver;
import dev.strake.source.SourceFile;
import dev.strake.spec.Specs;
import dev.strake.value.RelativePath;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three control planes behind two load balancer hosts, whole or with changes. */
record BalancedCluster(String spec, NamedFiles files) {

  static final BalancedCluster USUAL =
      new BalancedCluster(
          """
          apiVersion: strake.dev/v1alpha1
          kind: Cluster
          metadata: {name: balanced}
          spec:
            kubernetesVersion: v1.36.4
            controlPlaneEndpoint: {host: 192.168.1.200, port: 6443}
            clusterNetwork:
              machines: {cidrBlocks: [192.168.1.0/24]}
              pods: {cidrBlocks: [10.244.0.0/16]}
              services: {cidrBlocks: [10.96.0.0/12]}
              cni: {type: Flannel}
            loadBalancer:
              type: HAProxyKeepalived
              healthCheck: {interval: 2s}
              keepalived:
                virtualIP: 192.168.1.200/24
                interface: eth0
                virtualRouterID: 61
                authPassRef: {name: vrrp, key: auth_pass}
              hosts:
                - {name: lb-1, address: 192.168.1.11, priority: 102}
                - {name: lb-2, address: 192.168.1.12, priority: 101}
            pki:
              caCertificates: {kubernetes: pki/ca.crt}
            controlPlane:
              etcd: {local: {}}
              apiServer: {bindPort: 6443}
            nodePools:
              - name: control-plane
                role: ControlPlane
                template: {capacity: {cpu: 4}}
                nodes:
                  - {name: cp-1, address: 192.168.1.100}
                  - {name: cp-2, address: 192.168.1.101}
                  - {name: cp-3, address: 192.168.1.102}
          """,
          NamedFiles.NONE);

  /** With a text in the place of another that the spec has. */
  BalancedCluster with(String old, String replacement) {
    if (!spec.contains(old)) {
      throw new IllegalArgumentException(old);
    }
    return new BalancedCluster(spec.replace(old, replacement), files);
  }

  BalancedCluster withAuthority(String certificate) {
    RelativePath path = new RelativePath("pki/ca.crt");
    return new BalancedCluster(
        spec, new NamedFiles(Map.of(path, SourceFile.of("pki/ca.crt", certificate))));
  }

  /** On the control planes; HAProxy takes the usual port. */
  BalancedCluster colocated() {
    return with("type: HAProxyKeepalived", "type: HAProxyKeepalived\n    placement: ControlPlane")
        .with(
            """
                hosts:
                  - {name: lb-1, address: 192.168.1.11, priority: 102}
                  - {name: lb-2, address: 192.168.1.12, priority: 101}
            """,
            "")
        .with("bindPort: 6443", "bindPort: 6444");
  }

  /** With an IPv6 address before machines that have both families. */
  BalancedCluster dualStack() {
    return with("[192.168.1.0/24]", "[192.168.1.0/24, \"fd00:1::/64\"]")
        .with("virtualIP: 192.168.1.200/24", "virtualIP: \"fd00:1::200/64\"")
        .with("address: 192.168.1.100", "address: 192.168.1.100, secondaryAddress: \"fd00:1::100\"")
        .with("address: 192.168.1.101", "address: 192.168.1.101, secondaryAddress: \"fd00:1::101\"")
        .with(
            "address: 192.168.1.102", "address: 192.168.1.102, secondaryAddress: \"fd00:1::102\"");
  }

  /** With IPv6 alone. */
  BalancedCluster ipv6() {
    return with("192.168.1.0/24", "fd00:1::/64")
        .with("192.168.1.200/24", "fd00:1::200/64")
        .with("192.168.1.", "fd00:1::");
  }

  ResolvedCluster resolved() {
    return Resolver.resolve(Specs.bound(spec), files);
  }

  ResolvedLoadBalancer balancer() {
    return resolved().loadBalancer().orElseThrow();
  }

  HaproxyConfig haproxy() {
    boolean verified = !files.byPath().isEmpty();
    return HaproxyConfig.of(
        resolved(), balancer(), verified ? LoadBalancerFiles.CLUSTER_CA.text() : null);
  }

  /** keepalived's configuration on each host. */
  List<KeepalivedConfig> keepalived() {
    ResolvedLoadBalancer balancer = balancer();
    return balancer.routers().stream()
        .map(router -> KeepalivedConfig.of(balancer, router))
        .toList();
  }

  /** Everything that is generated of it, by path. */
  Map<String, Artifact> artifacts() {
    ResolvedCluster cluster = resolved();
    return Stream.of(new HaproxyGenerator(), new KeepalivedGenerator())
        .flatMap(generator -> generator.generate(cluster).stream())
        .collect(Collectors.toMap(artifact -> artifact.path().toString(), artifact -> artifact));
  }
}
