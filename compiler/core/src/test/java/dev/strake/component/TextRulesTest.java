package dev.strake.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.value.KubernetesVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that Go and the components read, both sides of each line. */
class TextRulesTest {

  private static final KubernetesVersion RELEASE = new KubernetesVersion(1, 36, 2);

  @ParameterizedTest
  @CsvSource({
    "abcdef.0123456789abcdef, true",
    "abcdef.0123456789abcde, false",
    "abcdef.0123456789abcdef0, false",
    "Abcdef.0123456789abcdef, false",
    "abcdef-0123456789abcdef, false"
  })
  void tokens(String text, boolean fine) {
    assertEquals(fine, BootstrapTokens.isToken(text));
  }

  @ParameterizedTest
  @CsvSource({
    "system:bootstrappers:a, true",
    "system:bootstrappers:a:b-c, true",
    "system:bootstrappers:, false",
    "system:bootstrappers:a-, false",
    "system:masters, false"
  })
  void groups(String text, boolean fine) {
    assertEquals(fine, BootstrapTokens.group(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "https://10.0.0.1:2379, https",
    "HTTPS://example.org, https",
    "unix:///run/x.sock, unix",
    "unix://2001:db8::/64, unix",
    "unix://a b, refused",
    "unix://a|b, refused",
    "unix://host:port, refused",
    "unix:///run/%zz, refused",
    "unix:///run/%2f, unix",
    "https://[fd00::1]:2379, https",
    "https://[fd00::1, refused",
    "https://user:pw@host, https",
    "/etc/kubernetes/x.conf, ''",
    "10.244.0.0/99, ''",
    "2001:db8::/64, refused",
    "localhost:99999, localhost",
    ":80, refused",
    "'', ''"
  })
  void urls(String text, String scheme) {
    assertEquals(scheme, GoUrl.parse(text).map(GoUrl::scheme).orElse("refused"));
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.org, true",
    "api.example.org:6443, true",
    "api.example.org:0, false",
    "api.example.org:65535, true",
    "api.example.org:65536, false",
    "api.example.org:https, false",
    "'[fd00::1]:6443', true",
    "'fd00::1', true",
    "'[fd00::1]', false",
    "10.20.0.10:6443, true",
    "API.example.org:6443, false",
    "https://api.example.org, false",
    "-lead, false",
    "5x, true"
  })
  void endpoints(String text, boolean fine) {
    assertEquals(fine, HostPorts.endpoint(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "registry.k8s.io, true",
    "registry.example.org:5000/kubernetes, true",
    "localhost/a__b/c-d, true",
    "'[fd00::1]:5000/a', true",
    "Registry.example.org, true",
    "registry.example.org/Kubernetes, false",
    "registry.example.org/, false",
    "registry.example.org/a:v1, false",
    "https://registry.example.org, false",
    "'a b', false"
  })
  void imageRepositories(String text, boolean fine) {
    assertEquals(fine, ImageRepositories.check(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1",
    "010.000.0.1, 10.0.0.1",
    "::ffff:10.0.0.1, 10.0.0.1",
    "fd00::0001, fd00::1",
    "10.0.0.256, none",
    "10.0.0.300, none",
    "fe80::1%eth0, none",
    "'', none"
  })
  void addresses(String text, String read) {
    assertEquals(read, LenientAddresses.address(text).map(Object::toString).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({
    "10.96.0.1/12, 10.96.0.0/12",
    "10.244.0.0/016, 10.244.0.0/16",
    "10.244.0.0/33, none",
    "10.244.0.0, none",
    "fd00::1/64, fd00::/64"
  })
  void blocks(String text, String read) {
    assertEquals(read, LenientAddresses.block(text).map(Object::toString).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({
    "v1.36.2, true",
    "1.36.2, true",
    "v1.35.0, true",
    "v1.34.9, false",
    "v1.37.0-alpha.1, true",
    "v1.36.2+build.5, true",
    "stable-1, true",
    "stable-1.36, true",
    "latest, true",
    "stable-0, false",
    "v1.36, false",
    "v1.36.2.3, false",
    "v01.36.2, false",
    "'a b', false"
  })
  void versions(String text, boolean fine) {
    assertEquals(fine, VersionTexts.check(text, RELEASE).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "0-3, true",
    "'0-3,8', true",
    "3-1, false",
    "'0,', false",
    "a, false",
    "0-, false"
  })
  void cpus(String text, boolean fine) {
    assertEquals(fine, CpuList.isCpuList(text));
  }

  @ParameterizedTest
  @CsvSource({"config, true", "skip-phases, true", "token-ttl, false", "upload-certs, true"})
  void flagsBesideConfig(String name, boolean allowed) {
    assertEquals(allowed, KubeadmFlags.mayStandBesideConfig(name));
  }

  @ParameterizedTest
  @CsvSource({"63, false", "64, true", "65, false", "0, true"})
  void certificateKeys(int digits, boolean fine) {
    assertEquals(fine, CertificateKeys.check("a".repeat(digits)).isEmpty());
  }
}
