package dev.strake.generate.kubeadm;

import dev.strake.value.KubernetesVersion;
import java.util.Set;
import java.util.TreeSet;

/**
 * A cluster of three control planes and a worker, by what kubeadm's files depend on.
 *
 * @param settings of the API server
 */
record KubeadmVariation(
    KubernetesVersion version,
    Discovery discovery,
    Authorities authorities,
    EtcdPlace etcd,
    Families families,
    Proxy proxy,
    Set<Setting> settings) {

  /** How a joining node knows the cluster. */
  enum Discovery {
    DEFAULT(""),
    FILE("discovery: File"),
    TOKEN("discovery: BootstrapToken");

    private final String text;

    Discovery(String text) {
      this.text = text;
    }
  }

  /** Who makes them. */
  enum Authorities {
    PRE_GENERATED(
        """
        mode: PreGenerated
            caCertificates: {kubernetes: pki/ca.crt, etcd: pki/etcd-ca.crt, frontProxy: pki/front-proxy-ca.crt}
            caKeysRef: {provider: runtime, path: /run/pki}\
        """),
    UPLOADED("mode: KubeadmUploadCerts");

    private final String text;

    Authorities(String text) {
      this.text = text;
    }
  }

  /** Where etcd runs. */
  enum EtcdPlace {
    STACKED("local: {quotaBackendBytes: 8589934592}"),
    EXTERNAL(
        """
        external:
                endpoints: ["https://etcd-1.example.net:2379", "https://etcd-2.example.net:2379", "https://etcd-3.example.net:2379"]
                caCertificate: pki/etcd.crt
                clientCertificate: pki/etcd-client.crt
                clientKeyRef: {provider: runtime, path: /run/etcd-client.key}\
        """);

    private final String text;

    EtcdPlace(String text) {
      this.text = text;
    }
  }

  /** Of machines, pods and Services. */
  enum Families {
    IPV4("10.20.0.0/24", "10.244.0.0/16", "10.96.0.0/16", "10.20.0.2%d", ""),
    IPV6("'fd00:20::/64'", "'fd00:244::/56'", "'fd00:96::/108'", "'fd00:20::2%d'", ""),
    DUAL(
        "10.20.0.0/24, 'fd00:20::/64'",
        "10.244.0.0/16, 'fd00:244::/56'",
        "10.96.0.0/16, 'fd00:96::/108'",
        "10.20.0.2%d",
        ", secondaryAddress: 'fd00:20::2%d'");

    private final String machines;
    private final String pods;
    private final String services;
    private final String address;
    private final String secondary;

    Families(String machines, String pods, String services, String address, String secondary) {
      this.machines = machines;
      this.pods = pods;
      this.services = services;
      this.address = address;
      this.secondary = secondary;
    }

    private String node(String name, int number) {
      return "{name: %s, address: %s%s}"
          .formatted(name, address.formatted(number), secondary.formatted(number));
    }
  }

  /** Who steers packets to Services. */
  enum Proxy {
    KUBE_PROXY("{mode: iptables}", "{type: Cilium}"),
    CILIUM("{mode: None}", "{type: Cilium, kubeProxyReplacement: true}");

    private final String kubeProxy;
    private final String cni;

    Proxy(String kubeProxy, String cni) {
      this.kubeProxy = kubeProxy;
      this.cni = cni;
    }
  }

  /** What brings flags, mounts and files to the API server. */
  enum Setting {
    AUDIT("audit: {maxAge: 45, maxBackup: 5, maxSize: 200}"),
    ENCRYPTION(
        "encryption: {resources: [secrets], keysRef: {provider: runtime, path: /run/enc.keys}}"),
    AUTHENTICATION("anonymousAuth: HealthEndpointsOnly"),
    POD_SECURITY("podSecurity: {enforce: baseline, version: v1.30}");

    private final String text;

    Setting(String text) {
      this.text = text;
    }
  }

  /** The codes of the errors that it earns; none if it is a cluster that works. */
  Set<String> refusals() {
    Set<String> codes = new TreeSet<>();
    boolean closed = settings.contains(Setting.AUTHENTICATION);
    if (closed && version.minor() < 32) {
      codes.add("spec/anonymous-conditions");
    }
    if (closed && discovery == Discovery.TOKEN) {
      codes.add("spec/anonymous-discovery");
    }
    if (authorities == Authorities.UPLOADED && discovery == Discovery.FILE) {
      codes.add("spec/unknown-authority");
    }
    return codes;
  }

  String spec() {
    StringBuilder server = new StringBuilder("certSANs: [api.example.net]\n");
    settings.stream().sorted().forEach(s -> server.append("      ").append(s.text).append('\n'));
    return """
    apiVersion: strake.dev/v1alpha1
    kind: Cluster
    metadata: {name: varied}
    spec:
      kubernetesVersion: VERSION
      controlPlaneEndpoint: {host: api.example.net}
      loadBalancer: {type: External}
      clusterNetwork:
        machines: {cidrBlocks: [MACHINES]}
        pods: {cidrBlocks: [PODS]}
        services: {cidrBlocks: [SERVICES]}
        cni: CNI
      kubeProxy: KUBE_PROXY
      pki:
        AUTHORITIES
      bootstrap:
        format: [bash]
        DISCOVERY
      controlPlane:
        etcd:
          ETCD
        apiServer:
          SERVER
      nodePools:
        - name: control-plane
          role: ControlPlane
          template: {capacity: {cpu: 4, memory: 8Gi}}
          nodes:
            - CP_1
            - CP_2
            - CP_3
        - name: general
          role: Worker
          template:
            capacity: {cpu: 4, memory: 8Gi}
            labels: {workload: general}
            kubelet: {kubeReserved: {cpu: 100m, memory: 1Gi}}
          nodes:
            - WORKER
    """
        .replace("VERSION", version.toString())
        .replace("MACHINES", families.machines)
        .replace("PODS", families.pods)
        .replace("SERVICES", families.services)
        .replace("CNI", proxy.cni)
        .replace("KUBE_PROXY", proxy.kubeProxy)
        .replace("AUTHORITIES", authorities.text)
        .replace("DISCOVERY", discovery.text)
        .replace("ETCD", etcd.text)
        .replace("SERVER", server.toString())
        .replace("CP_1", families.node("cp-1", 1))
        .replace("CP_2", families.node("cp-2", 2))
        .replace("CP_3", families.node("cp-3", 3))
        .replace("WORKER", families.node("w-1", 4));
  }
}
