package dev.strake.generate.kubeadm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.bundle.Artifact;
import dev.strake.generate.HaProduction;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KubeadmGeneratorTest {

  private final Map<String, Artifact> files =
      new KubeadmGenerator()
          .generate(new HaProduction().resolved()).stream()
              .collect(Collectors.toMap(a -> a.path().toString(), Function.identity()));

  @Test
  void theFirstControlPlaneBeginsTheCluster() {
    assertEquals(
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: InitConfiguration
        nodeRegistration:
          name: cp-1
          criSocket: unix:///run/containerd/containerd.sock
          taints:
          - key: node-role.kubernetes.io/control-plane
            effect: NoSchedule
          kubeletExtraArgs:
          - name: node-ip
            value: 192.168.1.100
        localAPIEndpoint:
          advertiseAddress: 192.168.1.100
          bindPort: 6443
        ---
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: ClusterConfiguration
        clusterName: prod-a
        kubernetesVersion: v1.36.4
        controlPlaneEndpoint: 192.168.1.200:6443
        encryptionAlgorithm: RSA-2048
        certificateValidityPeriod: 8760h
        caCertificateValidityPeriod: 87600h
        networking:
          podSubnet: 10.244.0.0/16
          serviceSubnet: 10.96.0.0/12
          dnsDomain: cluster.local
        apiServer:
          extraArgs:
          - name: enable-admission-plugins
            value: NodeRestriction
          - name: audit-policy-file
            value: /etc/kubernetes/strake/control-plane/audit-policy.yaml
          - name: audit-log-path
            value: /var/log/kubernetes/audit/audit.log
          - name: audit-log-maxage
            value: "30"
          - name: audit-log-maxbackup
            value: "10"
          - name: audit-log-maxsize
            value: "100"
          - name: profiling
            value: "false"
          - name: service-account-extend-token-expiration
            value: "false"
          - name: tls-min-version
            value: VersionTLS12
          - name: tls-cipher-suites
            value: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
          extraVolumes:
          - name: strake-control-plane
            hostPath: /etc/kubernetes/strake/control-plane
            mountPath: /etc/kubernetes/strake/control-plane
            readOnly: true
            pathType: Directory
          - name: strake-audit-logs
            hostPath: /var/log/kubernetes/audit
            mountPath: /var/log/kubernetes/audit
            readOnly: false
            pathType: DirectoryOrCreate
          certSANs:
          - 192.168.1.200
          - 192.168.1.100
        controllerManager:
          extraArgs:
          - name: node-cidr-mask-size-ipv4
            value: "24"
          - name: profiling
            value: "false"
          - name: terminated-pod-gc-threshold
            value: "1000"
        scheduler:
          extraArgs:
          - name: profiling
            value: "false"
        etcd:
          local:
            dataDir: /var/lib/etcd
            extraArgs:
            - name: quota-backend-bytes
              value: "8589934592"
        ---
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        cgroupDriver: systemd
        clusterDomain: cluster.local
        clusterDNS:
        - 10.96.0.10
        resolvConf: /run/systemd/resolve/resolv.conf
        rotateCertificates: true
        serverTLSBootstrap: false
        tlsMinVersion: VersionTLS12
        tlsCipherSuites:
        - TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
        - TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
        - TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
        - TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
        - TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
        - TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
        podPidsLimit: 4096
        seccompDefault: true
        failSwapOn: true
        maxPods: 110
        evictionHard:
          imagefs.available: 15%
          imagefs.inodesFree: 5%
          memory.available: 100Mi
          nodefs.available: 10%
          nodefs.inodesFree: 5%
        shutdownGracePeriod: 0s
        shutdownGracePeriodCriticalPods: 0s
        ---
        apiVersion: kubeproxy.config.k8s.io/v1alpha1
        kind: KubeProxyConfiguration
        mode: nftables
        clusterCIDR: 10.244.0.0/16
        """,
        files.get("nodes/cp-1/kubeadm.yaml").text());
  }

  @Test
  void anotherControlPlaneJoinsAndServesToo() {
    assertEquals(
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: JoinConfiguration
        nodeRegistration:
          name: cp-2
          criSocket: unix:///run/containerd/containerd.sock
          taints:
          - key: node-role.kubernetes.io/control-plane
            effect: NoSchedule
          kubeletExtraArgs:
          - name: node-ip
            value: 192.168.1.101
        discovery:
          file:
            kubeConfigPath: /etc/kubernetes/strake/discovery.conf
        controlPlane:
          localAPIEndpoint:
            advertiseAddress: 192.168.1.101
            bindPort: 6443
        """,
        files.get("nodes/cp-2/kubeadm.yaml").text());
  }

  @Test
  void aWorkerJoinsWithoutTaintsAndKeepsItsReservations() {
    assertEquals(
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: JoinConfiguration
        nodeRegistration:
          name: w-1
          criSocket: unix:///run/containerd/containerd.sock
          taints: []
          kubeletExtraArgs:
          - name: node-ip
            value: 192.168.1.110
          - name: node-labels
            value: workload=general
        discovery:
          file:
            kubeConfigPath: /etc/kubernetes/strake/discovery.conf
        patches:
          directory: /etc/kubernetes/patches
        """,
        files.get("nodes/w-1/kubeadm.yaml").text());
    assertEquals(
        """
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        kubeReserved:
          cpu: 500m
          memory: 2Gi
        systemReserved:
          cpu: "1"
          memory: 4Gi
        """,
        files.get("nodes/w-1/files/etc/kubernetes/patches/kubeletconfiguration+merge.yaml").text());
  }

  @Test
  void partsLeadBackToTheSpec() {
    List<Manifest> init = files.get("nodes/cp-1/kubeadm.yaml").documents();
    assertOrigin("Node", init.get(0), NodePath.of("kind"));
    assertOrigin("Node.address", init.get(0), NodePath.of("localAPIEndpoint", "advertiseAddress"));
    assertOrigin("NodeTemplate.taints", init.get(0), NodePath.of("nodeRegistration", "taints"));
    assertOrigin("ClusterNetwork.pods", init.get(1), NodePath.of("networking", "podSubnet"));
    assertOrigin(
        "Local.quotaBackendBytes", init.get(1), NodePath.of("etcd", "local", "extraArgs").index(0));
    assertOrigin("ClusterNetwork.services", init.get(2), NodePath.of("clusterDNS"));
    Manifest join = files.get("nodes/w-1/kubeadm.yaml").documents().get(0);
    NodePath labels = NodePath.of("nodeRegistration", "kubeletExtraArgs").index(1).key("value");
    assertOrigin("NodeTemplate.labels", join, labels);
    assertEquals("workload=general", labels.find(join.root()).orElseThrow().range().text());
  }

  private static void assertOrigin(String expected, Manifest document, NodePath path) {
    assertEquals(expected, document.place(path).file().path());
  }
}
