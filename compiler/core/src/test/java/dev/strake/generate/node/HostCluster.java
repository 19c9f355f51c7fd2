package dev.strake.generate.node;

import dev.strake.bundle.Artifact;
import dev.strake.custom.CustomKinds;
import dev.strake.generate.all.Generators;
import dev.strake.generate.manifest.ObjectScope;
import dev.strake.resolve.NamedFiles;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.Resolver;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.source.SourceFile;
import dev.strake.spec.Specs;
import dev.strake.value.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A cluster whose hosts have everything: two control planes, a worker, two load balancers. */
final class HostCluster {

  static final String AUTHORITY =
      "-----BEGIN CERTIFICATE-----\nnot a certificate\n-----END CERTIFICATE-----\n";

  static final String SPEC =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Cluster
      metadata:
        name: hosts
      spec:
        kubernetesVersion: v1.36.4
        controlPlaneEndpoint: {host: 192.0.2.10}
        clusterNetwork:
          machines: {cidrBlocks: [192.0.2.0/24]}
          pods: {cidrBlocks: [10.244.0.0/16]}
          services: {cidrBlocks: [10.96.0.0/12]}
          cni: {type: Flannel}
        loadBalancer:
          type: HAProxyKeepalived
          keepalived:
            virtualIP: 192.0.2.10/24
            interface: lo
            virtualRouterID: 61
            authPassRef: {name: vrrp, key: auth_pass}
          hosts:
            - {name: lb-1, address: 192.0.2.11, priority: 102}
            - {name: lb-2, address: 192.0.2.12, priority: 101}
        pki:
          mode: PreGenerated
          caCertificates: {kubernetes: pki/ca.crt, etcd: pki/etcd.crt, frontProxy: pki/front.crt}
          caKeysRef: {provider: sops-age, path: secrets/pki.yaml}
        bootstrap:
          bootstrapTokenRef: {provider: runtime, path: /run/kubeadm/token, ttl: 30m}
        os: {family: ubuntu, version: "24.04", ntpServers: [192.0.2.2], dnsServers: [192.0.2.2]}
        containerRuntime:
          registryMirrors:
            "registry.example.net:5000":
              endpoints: ["https://mirror.example.net/v2/other"]
              overridePath: true
              caFile: pki/mirror.crt
        controlPlane:
          etcd:
            local: {dataDir: /var/lib/etcd}
          apiServer:
            encryption:
              resources: [secrets]
              keysRef: {provider: sops-age, path: secrets/encryption.yaml}
        nodePools:
          - name: control-plane
            role: ControlPlane
            nodes:
              - {name: cp-1, address: 192.0.2.21, interface: lo}
              - {name: cp-2, address: 192.0.2.22, interface: lo}
          - name: general
            role: Worker
            template:
              managedLabels: {node-role.kubernetes.io/worker: ""}
              capacity: {cpu: 4}
            nodes:
              - {name: worker-1, address: 192.0.2.31, interface: lo}
      """;

  private static final String KUBE_VIP =
      """
        loadBalancer:
          type: KubeVIP
          virtualIP: 192.0.2.10
          interface: eth9
      """;

  private HostCluster() {}

  /** {@link #SPEC}, but its control planes carry the virtual address themselves. */
  static ResolvedCluster withKubeVip() {
    int from = SPEC.indexOf("  loadBalancer:");
    int to = SPEC.indexOf("  pki:");
    return of(SPEC.substring(0, from) + KUBE_VIP + SPEC.substring(to));
  }

  /** Of {@link #SPEC} with one text in the place of another that it has. */
  static ResolvedCluster with(String old, String replacement) {
    if (!SPEC.contains(old)) {
      throw new IllegalArgumentException(old);
    }
    return of(SPEC.replace(old, replacement));
  }

  static ResolvedCluster of(String spec) {
    RelativePath[] named = {
      new RelativePath("pki/ca.crt"),
      new RelativePath("pki/etcd.crt"),
      new RelativePath("pki/front.crt"),
      new RelativePath("pki/mirror.crt")
    };
    SourceFile certificate = SourceFile.of("ca.crt", AUTHORITY);
    return Resolver.resolve(
        Specs.bound(spec),
        new NamedFiles(
            Map.of(
                named[0], certificate,
                named[1], certificate,
                named[2], certificate,
                named[3], certificate)));
  }

  static List<Artifact> artifacts(ResolvedCluster cluster) {
    return new Generators(List.of())
        .bundle(
            cluster,
            List.of(),
            new ObjectScope(KubernetesSchemas.newest(), CustomKinds.of(List.of())),
            finding -> {
              throw new AssertionError(finding);
            })
        .artifacts();
  }

  static String text(ResolvedCluster cluster, String path) {
    return artifacts(cluster).stream()
        .filter(artifact -> artifact.path().toString().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + path))
        .text();
  }

  /** Writes a host's folder, as a copy of the output has it on the host. */
  static void copy(ResolvedCluster cluster, String folder, Path target) throws IOException {
    for (Artifact artifact : artifacts(cluster)) {
      String path = artifact.path().toString();
      if (path.startsWith(folder + "/")) {
        Path file = target.resolve(path.substring(folder.length() + 1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, artifact.text());
      }
    }
  }
}
