package dev.strake.component;

import static dev.strake.component.ComponentCodes.INVALID_VALUE;
import static dev.strake.component.ComponentCodes.KUBEADM_RUN;
import static dev.strake.component.ComponentCodes.MISSING_FIELD;

import dev.strake.value.Quoted;
import dev.strake.yaml.YamlMapping;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fields that occur in several of kubeadm's documents.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">validation.go
 *     in kubeadm</a>
 */
final class KubeadmFields {

  private static final String UNIX = "unix://";

  private KubeadmFields() {}

  /** ValidateAbsolutePath; kubeadm has a default for the empty text where this is called. */
  static void absolutePath(Section path) {
    if (!path.text().isEmpty()) {
      requireAbsolute(path);
    }
  }

  /** ValidateAbsolutePath where there is no default. */
  static void requireAbsolute(Section path) {
    if (path.text().isEmpty()) {
      path.report(MISSING_FIELD, new Problem("is missing", "write an absolute path"));
    } else if (!path.text().startsWith("/")) {
      path.report(
          INVALID_VALUE,
          new Problem(
              "is %s, which is no absolute path".formatted(Quoted.of(path.text())),
              "begin it with /"));
    }
  }

  /**
   * ValidateSocketPath, behind the defaulting that puts unix:// before a text without it. An empty
   * one is found on the host.
   */
  static void socket(Section socket) {
    String text = socket.text();
    String url = text.startsWith(UNIX) ? text : UNIX + text;
    boolean fine = GoUrl.parse(url).map(GoUrl::scheme).filter("unix"::equals).isPresent();
    if (!text.isEmpty() && !fine) {
      socket.report(
          INVALID_VALUE,
          new Problem(
              "is %s, which is no socket".formatted(Quoted.of(text)),
              "write it as in unix:///run/containerd/containerd.sock"));
    }
  }

  /** ValidateImagePullPolicy. */
  static void imagePullPolicy(Section policy) {
    Words.check(policy, INVALID_VALUE, List.of("Always", "IfNotPresent", "Never"));
  }

  /** ValidateImageRepository; empty means the default. */
  static void imageRepository(Section repository) {
    if (!repository.text().isEmpty()) {
      repository.report(INVALID_VALUE, ImageRepositories.check(repository.text()));
    }
  }

  /** ValidateCertSANs. */
  static void certificateNames(Section names) {
    for (Section name : names.items()) {
      name.report(INVALID_VALUE, CertificateNames.check(name.text()));
    }
  }

  /** ValidateCertSANs behind LowercaseSANs. */
  static void lowerCasedCertificateNames(Section names) {
    for (Section name : names.items()) {
      name.report(INVALID_VALUE, CertificateNames.check(name.text().toLowerCase(Locale.ROOT)));
    }
  }

  /** ValidateCertificateKey. */
  static void certificateKey(Section key) {
    key.report(INVALID_VALUE, CertificateKeys.check(key.text()));
  }

  /** ValidateExtraArgs: a list in v1beta4, a mapping in v1beta3. */
  static void extraArgs(Section args) {
    for (Section arg : args.items()) {
      if (arg.text("name").isEmpty()) {
        arg.at("name").report(MISSING_FIELD, "is missing: an argument needs its flag's name");
      }
    }
    if (args.names().contains("")) {
      args.at("").report(MISSING_FIELD, "is an argument without its flag's name");
    }
  }

  /**
   * GetArgValue in cmd/kubeadm/app/apis/kubeadm/argument.go: of arguments with one name, the last.
   */
  static Optional<Section> argument(Section args, String flag) {
    if (args.node() instanceof YamlMapping) {
      return args.has(flag) ? Optional.of(args.at(flag)) : Optional.empty();
    }
    Optional<Section> last = Optional.empty();
    for (Section arg : args.items()) {
      if (arg.text("name").equals(flag)) {
        last = Optional.of(arg.at("value"));
      }
    }
    return last;
  }

  /** ValidateIgnorePreflightErrors, which only running commands call. */
  static void ignoredPreflightErrors(Section names) {
    List<String> distinct =
        names.items().stream()
            .map(name -> name.text().toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    if (distinct.size() > 1 && distinct.contains("all")) {
      names.report(
          KUBEADM_RUN,
          new Problem("names single checks beside all", "keep all, or better the single checks"));
    }
  }
}
