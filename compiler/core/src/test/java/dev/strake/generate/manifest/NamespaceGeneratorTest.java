package dev.strake.generate.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.bundle.Artifact;
import dev.strake.generate.HaProduction;
import dev.strake.yaml.NodePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamespaceGeneratorTest {

  private static final String CONFIG = "manifests/40-config/team-a/";

  private final Map<String, Artifact> files = new LinkedHashMap<>();

  NamespaceGeneratorTest() {
    new NamespaceGenerator()
        .generate(new HaProduction().resolved())
        .forEach(file -> files.put(file.path().toString(), file));
  }

  @Test
  void everyObjectHasItsFile() {
    assertEquals(
        List.of(
            "manifests/10-namespaces/_cluster/namespace-team-a.yaml",
            CONFIG + "resourcequota-quota.yaml",
            CONFIG + "limitrange-limits.yaml",
            CONFIG + "networkpolicy.networking.k8s.io-default-deny.yaml",
            CONFIG + "networkpolicy.networking.k8s.io-allow-dns.yaml",
            "manifests/10-namespaces/_cluster/namespace-team-b.yaml"),
        List.copyOf(files.keySet()));
  }

  @Test
  void namespaceCarriesItsPodSecurity() {
    assertEquals(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          labels:
            pod-security.kubernetes.io/enforce: restricted
            pod-security.kubernetes.io/warn: restricted
          name: team-a
        """,
        text("manifests/10-namespaces/_cluster/namespace-team-a.yaml"));
  }

  @Test
  void quotaAndLimits() {
    assertEquals(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: quota
          namespace: team-a
        spec:
          hard:
            pods: "100"
            requests.memory: 32Gi
        """,
        text(CONFIG + "resourcequota-quota.yaml"));
    assertEquals(
        """
        apiVersion: v1
        kind: LimitRange
        metadata:
          name: limits
          namespace: team-a
        spec:
          limits:
          - default:
              cpu: 500m
            defaultRequest:
              cpu: 100m
            max:
              cpu: "4"
            type: Container
        """,
        text(CONFIG + "limitrange-limits.yaml"));
  }

  @Test
  void everythingIsClosedButDns() {
    assertEquals(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: default-deny
          namespace: team-a
        spec:
          podSelector: {}
          policyTypes:
          - Ingress
          - Egress
        """,
        text(CONFIG + "networkpolicy.networking.k8s.io-default-deny.yaml"));
    assertEquals(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: allow-dns
          namespace: team-a
        spec:
          egress:
          - ports:
            - port: 53
              protocol: UDP
            - port: 53
              protocol: TCP
            to:
            - namespaceSelector:
                matchLabels:
                  kubernetes.io/metadata.name: kube-system
              podSelector:
                matchLabels:
                  k8s-app: kube-dns
          podSelector: {}
          policyTypes:
          - Egress
        """,
        text(CONFIG + "networkpolicy.networking.k8s.io-allow-dns.yaml"));
  }

  @Test
  void partsLeadBackToTheSpec() {
    assertEquals(
        "ClusterNamespace.quota[pods]",
        place(CONFIG + "resourcequota-quota.yaml", NodePath.of("spec", "hard", "pods")));
    assertEquals(
        "LimitRange.max[cpu]",
        place(
            CONFIG + "limitrange-limits.yaml",
            NodePath.of("spec", "limits").index(0).key("max").key("cpu")));
    assertEquals(
        "PodSecurity.enforce",
        place(
            "manifests/10-namespaces/_cluster/namespace-team-a.yaml",
            NodePath.of("metadata", "labels", "pod-security.kubernetes.io/enforce")));
  }

  private String place(String path, NodePath part) {
    return files.get(path).documents().get(0).place(part).file().path();
  }

  private String text(String path) {
    return files.get(path).text();
  }
}
