package dev.strake.generate.controlplane;

import dev.strake.generate.ManifestObject;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ApiServer.AnonymousAuth;
import dev.strake.spec.ApiServer.Audit;
import dev.strake.spec.ApiServer.PodSecurityDefaults;
import dev.strake.spec.Origins;
import java.util.ArrayList;
import java.util.List;

/** The files of the API server that hold no secret. */
final class ControlPlaneFiles {

  private final ResolvedCluster cluster;
  private final ApiServer server;
  private final Origins origins;

  ControlPlaneFiles(ResolvedCluster cluster) {
    this.cluster = cluster;
    this.server = cluster.spec().spec().controlPlane().apiServer();
    this.origins = cluster.origins();
  }

  List<HostFile> all() {
    List<HostFile> files = new ArrayList<>();
    files.add(auditPolicy());
    if (server.anonymousAuth() == AnonymousAuth.HealthEndpointsOnly) {
      files.add(new HostFile.Document(ControlPlanePaths.AUTHENTICATION, authentication()));
    }
    PodSecurityDefaults podSecurity = server.podSecurity();
    if (podSecurity != null) {
      PodSecuritySection section = new PodSecuritySection(podSecurity, origins);
      files.add(new HostFile.Document(ControlPlanePaths.ADMISSION, section.admission()));
      files.add(new HostFile.Document(ControlPlanePaths.POD_SECURITY, section.configuration()));
    }
    return files;
  }

  private HostFile auditPolicy() {
    Audit audit = server.audit();
    return new HostFile.Text(
        ControlPlanePaths.AUDIT_POLICY,
        origins.of(audit, Audit::policy).range(),
        AuditPolicy.of(audit, cluster.files()));
  }

  private ManifestObject authentication() {
    return new ManifestObject(
        AuthenticationConfiguration.ofHealthEndpoints(cluster.spec().spec().kubernetesVersion()),
        SourceMap.of(origins.of(server, ApiServer::anonymousAuth).range()));
  }
}
