package dev.strake.component;

import static dev.strake.component.ComponentCodes.CONFLICT;
import static dev.strake.component.ComponentCodes.INVALID_VALUE;
import static dev.strake.component.ComponentCodes.MISSING_FIELD;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * The etcd of a ClusterConfiguration; where neither kind is written, kubeadm runs one itself.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateEtcd
 *     and ValidateURLs in kubeadm</a>
 */
final class EtcdRule implements ConfigRule {

  @Override
  public void check(Section config, KubernetesVersion release) {
    Section etcd = config.at("etcd");
    Section local = etcd.at("local");
    Section external = etcd.at("external");
    if (local.exists() && external.exists()) {
      Problem both = new Problem("stands beside etcd.local", "keep one of them");
      etcd.sink()
          .report(
              external.finding(CONFLICT, both).withRelated(local.place(), "etcd.local is here"));
    } else if (local.exists()) {
      local(local);
    } else if (external.exists()) {
      external(external);
    }
  }

  private static void local(Section local) {
    KubeadmFields.absolutePath(local.at("dataDir"));
    KubeadmFields.certificateNames(local.at("serverCertSANs"));
    KubeadmFields.certificateNames(local.at("peerCertSANs"));
    KubeadmFields.imageRepository(local.at("imageRepository"));
    KubeadmFields.extraArgs(local.at("extraArgs"));
  }

  private static void external(Section external) {
    boolean ca = !external.text("caFile").isEmpty();
    boolean certificate = !external.text("certFile").isEmpty();
    boolean key = !external.text("keyFile").isEmpty();
    if (certificate != key) {
      external
          .at(certificate ? "keyFile" : "certFile")
          .report(
              MISSING_FIELD,
              "is missing: etcd's client certificate and its key are written together");
    }
    if (certificate && key && !ca) {
      external
          .at("caFile")
          .report(MISSING_FIELD, "is missing: a client certificate needs etcd's authority");
    }
    for (Section endpoint : external.items("endpoints")) {
      endpoint(endpoint, ca || certificate || key);
    }
    for (String file : List.of("caFile", "certFile", "keyFile")) {
      KubeadmFields.absolutePath(external.at(file));
    }
  }

  private static void endpoint(Section endpoint, boolean requireHttps) {
    Optional<String> scheme = GoUrl.parse(endpoint.text()).map(GoUrl::scheme);
    String shown = Quoted.of(endpoint.text());
    String help = "write it as in https://10.20.0.21:2379";
    if (scheme.isEmpty() || scheme.get().isEmpty()) {
      endpoint.report(INVALID_VALUE, new Problem("is %s, which is no URL".formatted(shown), help));
    } else if (requireHttps && !scheme.get().equals("https")) {
      endpoint.report(
          INVALID_VALUE,
          new Problem(
              "is %s, and with certificates etcd is asked over https".formatted(shown), help));
    }
  }
}
