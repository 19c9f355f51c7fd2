package dev.strake.generate.controlplane;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceRange;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ApiServer.AnonymousAuth;
import dev.strake.spec.ApiServer.Audit;
import dev.strake.spec.ClusterKubelet;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.ControlPlane;
import dev.strake.spec.Origins;
import java.util.List;

/**
 * What kube-apiserver is started with.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/">kube-apiserver</a>
 */
final class ApiServerFlags {

  /** The API server's own choice. */
  private static final String USUAL_NODE_PORTS = "30000-32767";

  private final ClusterSpec spec;
  private final ApiServer server;
  private final Origins origins;
  private final FlagList flags;

  ApiServerFlags(ResolvedCluster cluster) {
    this.spec = cluster.spec().spec();
    this.server = spec.controlPlane().apiServer();
    this.origins = cluster.origins();
    this.flags = new FlagList(server.extraArgs(), origins);
  }

  List<ComponentFlag> all() {
    addNodePorts();
    addAuthentication();
    addAdmission();
    addAudit();
    addEncryption();
    addKubeletAuthority();
    addBenchmark();
    return flags.all();
  }

  private void addNodePorts() {
    ClusterNetwork network = spec.clusterNetwork();
    if (!network.serviceNodePortRange().toString().equals(USUAL_NODE_PORTS)) {
      flags.with(
          "service-node-port-range",
          network.serviceNodePortRange(),
          origins.of(network, ClusterNetwork::serviceNodePortRange).range());
    }
  }

  /**
   * CIS 1.2.1. A server that has a file for it refuses the flag, and every release has the flag.
   */
  private void addAuthentication() {
    SourceRange place = origins.of(server, ApiServer::anonymousAuth).range();
    if (server.anonymousAuth() == AnonymousAuth.HealthEndpointsOnly) {
      flags.with("authentication-config", ControlPlanePaths.AUTHENTICATION, place);
    }
    if (server.anonymousAuth() == AnonymousAuth.Disabled) {
      flags.with("anonymous-auth", false, place);
    }
  }

  /** CIS 1.2.14: kubeadm's own NodeRestriction, beside which the spec may want others. */
  private void addAdmission() {
    flags.joined("enable-admission-plugins", "NodeRestriction", wholeServer());
    if (server.podSecurity() != null) {
      flags.with(
          "admission-control-config-file",
          ControlPlanePaths.ADMISSION,
          origins.of(server, ApiServer::podSecurity).range());
    }
  }

  /** CIS 1.2.16 to 1.2.19 and 3.2.1. */
  private void addAudit() {
    Audit audit = server.audit();
    flags
        .with(
            "audit-policy-file",
            ControlPlanePaths.AUDIT_POLICY,
            origins.of(audit, Audit::policy).range())
        .with(
            "audit-log-path",
            ControlPlanePaths.AUDIT_LOG,
            origins.of(server, ApiServer::audit).range())
        .with("audit-log-maxage", audit.maxAge(), origins.of(audit, Audit::maxAge).range())
        .with("audit-log-maxbackup", audit.maxBackup(), origins.of(audit, Audit::maxBackup).range())
        .with("audit-log-maxsize", audit.maxSize(), origins.of(audit, Audit::maxSize).range());
  }

  /** CIS 1.2.27. */
  private void addEncryption() {
    if (server.encryption() != null) {
      flags.with(
          "encryption-provider-config",
          ControlPlanePaths.ENCRYPTION,
          origins.of(server, ApiServer::encryption).range());
    }
  }

  /** CIS 1.2.5: only where kubelets do not sign their serving certificates themselves. */
  private void addKubeletAuthority() {
    if (spec.kubelet().serverTLSBootstrap()) {
      flags.with(
          "kubelet-certificate-authority",
          ControlPlanePaths.CLUSTER_CA,
          origins.of(spec.kubelet(), ClusterKubelet::serverTLSBootstrap).range());
    }
  }

  /** CIS 1.2.15, 1.2.29, 1.2.30. */
  private void addBenchmark() {
    flags
        .with("profiling", false, wholeServer())
        .with("service-account-extend-token-expiration", false, wholeServer())
        .with("tls-min-version", TransportSecurity.LEAST_VERSION, wholeServer())
        .with(
            "tls-cipher-suites", String.join(",", TransportSecurity.CIPHER_SUITES), wholeServer());
  }

  private SourceRange wholeServer() {
    return origins.of(spec.controlPlane(), ControlPlane::apiServer).range();
  }
}
