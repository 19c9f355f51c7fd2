package dev.strake.generate.controlplane;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.FileMode;
import dev.strake.bundle.Phase;
import dev.strake.generate.ManifestObject;
import dev.strake.generate.OutputFolder;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ApiServer.AnonymousAuth;
import dev.strake.spec.ApiServer.Audit;
import dev.strake.spec.ApiServer.PodSecurityDefaults;
import dev.strake.spec.Origins;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of the API server that hold no secret. */
final class ControlPlaneFiles {

  private final ResolvedCluster cluster;
  private final ApiServer server;
  private final Origins origins;
  private final OutputFolder folder;

  ControlPlaneFiles(ResolvedCluster cluster) {
    this.cluster = cluster;
    this.server = cluster.spec().spec().controlPlane().apiServer();
    this.origins = cluster.origins();
    this.folder = OutputFolder.of(cluster);
  }

  /** Those of one node. */
  List<Artifact> of(String node) {
    List<Artifact> files = new ArrayList<>();
    files.add(auditPolicy(node));
    if (server.anonymousAuth() == AnonymousAuth.HealthEndpointsOnly) {
      files.add(document(node, ControlPlanePaths.AUTHENTICATION, authentication()));
    }
    PodSecurityDefaults podSecurity = server.podSecurity();
    if (podSecurity != null) {
      PodSecuritySection section = new PodSecuritySection(podSecurity, origins);
      files.add(document(node, ControlPlanePaths.ADMISSION, section.admission()));
      files.add(document(node, ControlPlanePaths.POD_SECURITY, section.configuration()));
    }
    return files;
  }

  private Artifact auditPolicy(String node) {
    Audit audit = server.audit();
    return folder.text(
        path(node, ControlPlanePaths.AUDIT_POLICY),
        FileMode.REGULAR,
        Phase.NODE,
        origins.of(audit, Audit::policy).range(),
        AuditPolicy.of(audit, cluster.files()));
  }

  private ManifestObject authentication() {
    return new ManifestObject(
        AuthenticationConfiguration.ofHealthEndpoints(cluster.spec().spec().kubernetesVersion()),
        SourceMap.of(origins.of(server, ApiServer::anonymousAuth).range()));
  }

  private Artifact document(String node, String hostPath, ManifestObject document) {
    return folder.documents(path(node, hostPath), Phase.NODE, List.of(document));
  }

  private static ArtifactPath path(String node, String hostPath) {
    Stream<String> onHost = Stream.of(hostPath.substring(1).split("/"));
    return ArtifactPath.of(
        Stream.concat(Stream.of("nodes", node, "files"), onHost).toArray(String[]::new));
  }
}
