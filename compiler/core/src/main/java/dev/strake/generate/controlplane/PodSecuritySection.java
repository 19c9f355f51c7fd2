package dev.strake.generate.controlplane;

import dev.strake.generate.ManifestObject;
import dev.strake.generate.controlplane.PodSecurityConfiguration.Defaults;
import dev.strake.generate.controlplane.PodSecurityConfiguration.Exemptions;
import dev.strake.manifest.SourceMap;
import dev.strake.source.SourceRange;
import dev.strake.spec.ApiServer.PodSecurityDefaults;
import dev.strake.spec.Origins;
import dev.strake.yaml.NodePath;
import java.util.ArrayList;
import java.util.List;

/** Pod Security admission as the spec wants it. */
final class PodSecuritySection {

  /**
   * Where kubeadm's own pods run. They use the host's network and files, so that any level but
   * privileged would refuse them.
   */
  private static final String KUBE_SYSTEM = "kube-system";

  private static final NodePath DEFAULTS = NodePath.of("defaults");
  private static final NodePath NAMESPACES = NodePath.of("exemptions", "namespaces");

  private final PodSecurityDefaults written;
  private final Origins origins;

  PodSecuritySection(PodSecurityDefaults written, Origins origins) {
    this.written = written;
    this.origins = origins;
  }

  ManifestObject admission() {
    return new ManifestObject(AdmissionConfiguration.ofPodSecurity(), SourceMap.of(whole()));
  }

  ManifestObject configuration() {
    String version = written.version().toString();
    Defaults defaults =
        new Defaults(
            written.enforce().name(),
            version,
            written.audit().name(),
            version,
            written.warn().name(),
            version);
    Exemptions exemptions = new Exemptions(List.of(), List.of(), List.copyOf(exempt()));
    return new ManifestObject(new PodSecurityConfiguration(defaults, exemptions), sources());
  }

  private List<String> exempt() {
    List<String> names = new ArrayList<>();
    names.add(KUBE_SYSTEM);
    for (Object name : written.exemptNamespaces()) {
      if (!names.contains(name.toString())) {
        names.add(name.toString());
      }
    }
    return names;
  }

  private SourceMap sources() {
    SourceRange version = origins.of(written, PodSecurityDefaults::version).range();
    SourceMap sources =
        SourceMap.of(whole())
            .with(
                DEFAULTS.key("enforce"), origins.of(written, PodSecurityDefaults::enforce).range())
            .with(DEFAULTS.key("enforce-version"), version)
            .with(DEFAULTS.key("audit"), origins.of(written, PodSecurityDefaults::audit).range())
            .with(DEFAULTS.key("audit-version"), version)
            .with(DEFAULTS.key("warn"), origins.of(written, PodSecurityDefaults::warn).range())
            .with(DEFAULTS.key("warn-version"), version);
    return namespaceSources(sources);
  }

  private SourceMap namespaceSources(SourceMap sources) {
    List<String> names = exempt();
    SourceMap all = sources;
    for (int i = 0; i < written.exemptNamespaces().size(); i++) {
      int place = names.indexOf(written.exemptNamespaces().get(i).toString());
      all =
          all.with(
              NAMESPACES.index(place),
              origins.of(written, PodSecurityDefaults::exemptNamespaces, i).range());
    }
    return all;
  }

  private SourceRange whole() {
    return origins.of(written).range();
  }
}
