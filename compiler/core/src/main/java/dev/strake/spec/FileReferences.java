package dev.strake.spec;

import dev.strake.value.RelativePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the files that a spec names, section by section. */
public final class FileReferences {

  private final ClusterSpec spec;
  private final Origins origins;
  private final List<FileReference> found = new ArrayList<>();

  private FileReferences(Bound<Cluster> bound) {
    this.spec = bound.value().spec();
    this.origins = bound.origins();
  }

  /** All of them, one more than once where it is named more than once; without spec.includes. */
  public static List<FileReference> of(Bound<Cluster> bound) {
    FileReferences references = new FileReferences(bound);
    references.addAuthorities();
    references.addExternalEtcd();
    references.addApiServer();
    references.addBootstrapToken();
    references.addMirrors();
    references.addBackup();
    references.addCharts();
    return List.copyOf(references.found);
  }

  private void addAuthorities() {
    Pki pki = spec.pki();
    secret(pki.caKeysRef(), "the authorities' keys");
    Pki.CaCertificates authorities = pki.caCertificates();
    if (authorities != null) {
      add(authorities, Pki.CaCertificates::kubernetes, "the cluster's authority");
      add(authorities, Pki.CaCertificates::etcd, "etcd's authority");
      add(authorities, Pki.CaCertificates::frontProxy, "the front proxy's authority");
    }
  }

  private void addExternalEtcd() {
    Etcd.External etcd = spec.controlPlane().etcd().external();
    if (etcd != null) {
      add(etcd, Etcd.External::caCertificate, "etcd's authority");
      add(etcd, Etcd.External::clientCertificate, "etcd's client certificate");
      secret(etcd.clientKeyRef(), "the key of etcd's client certificate");
    }
  }

  private void addApiServer() {
    add(spec.controlPlane().apiServer().audit(), ApiServer.Audit::policy, "the audit policy");
    ApiServer.Encryption encryption = spec.controlPlane().apiServer().encryption();
    if (encryption != null) {
      secret(encryption.keysRef(), "the keys that encrypt etcd's objects");
    }
  }

  private void addBootstrapToken() {
    secret(spec.bootstrap().bootstrapTokenRef(), "the bootstrap token");
  }

  private void addMirrors() {
    for (ContainerRuntime.RegistryMirror mirror :
        spec.containerRuntime().registryMirrors().values()) {
      add(mirror, ContainerRuntime.RegistryMirror::caFile, "the mirror's authority");
    }
  }

  private void addBackup() {
    if (spec.backup().etcd() instanceof EtcdBackup.SystemdTimer timer
        && timer.encryption() != null
        && timer.encryption().recipientsRef() instanceof RecipientsRef.Age age) {
      add(age, RecipientsRef.Age::path, "the backup's recipients");
    }
  }

  private void addCharts() {
    spec.vendored().forEach(chart -> add(chart, Vendored::values, "the chart's values"));
  }

  private void secret(@Nullable SecretRef reference, String what) {
    if (reference instanceof SecretRef.SopsAge file) {
      Origin origin = origins.of(file, SecretRef.SopsAge::path);
      found.add(new FileReference(file.path(), what, origin, true));
    }
  }

  private <R extends Record> void add(
      R section, Origins.Field<R, @Nullable RelativePath> field, String what) {
    RelativePath path = field.apply(section);
    if (path != null) {
      found.add(new FileReference(path, what, origins.of(section, field), false));
    }
  }
}
