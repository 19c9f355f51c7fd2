package dev.strake.generate.controlplane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.resolve.Resolver;
import dev.strake.spec.Specs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentFlagsTest {

  /** The small cluster with another control plane. */
  private static ComponentFlags flags(String controlPlane) {
    String text =
        Specs.with(
            "  controlPlane:\n    etcd:\n      local: {}\n",
            ("controlPlane:\n" + controlPlane).indent(2));
    return new ComponentFlags(Resolver.resolve(Specs.bound(text)));
  }

  private static ComponentFlags withApiServer(String apiServer) {
    return flags("  etcd: {local: {}}\n  apiServer:\n" + apiServer.indent(4));
  }

  private static List<String> texts(List<ComponentFlag> flags) {
    return flags.stream().map(flag -> flag.name() + "=" + flag.value()).toList();
  }

  private static Optional<String> value(List<ComponentFlag> flags, String name) {
    List<String> values =
        flags.stream().filter(f -> f.name().equals(name)).map(ComponentFlag::value).toList();
    assertTrue(values.size() <= 1, () -> name + " more than once: " + values);
    return values.stream().findFirst();
  }

  @Test
  void anApiServerWithoutSettingsMeetsTheBenchmark() {
    assertEquals(
        List.of(
            "enable-admission-plugins=NodeRestriction",
            "audit-policy-file=/etc/kubernetes/strake/control-plane/audit-policy.yaml",
            "audit-log-path=/var/log/kubernetes/audit/audit.log",
            "audit-log-maxage=30",
            "audit-log-maxbackup=10",
            "audit-log-maxsize=100",
            "profiling=false",
            "service-account-extend-token-expiration=false",
            "tls-min-version=VersionTLS12",
            "tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,"
                + "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,"
                + "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,"
                + "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,"
                + "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,"
                + "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
        texts(flags("  etcd: {local: {}}\n").apiServer()));
  }

  @Test
  void theOtherComponentsMeetItToo() {
    ComponentFlags flags = flags("  etcd: {local: {}}\n");
    assertEquals(
        List.of(
            "node-cidr-mask-size-ipv4=24", "profiling=false", "terminated-pod-gc-threshold=1000"),
        texts(flags.controllerManager()));
    assertEquals(List.of("profiling=false"), texts(flags.scheduler()));
    assertEquals(List.of(), flags.etcd());
  }

  @ParameterizedTest
  @CsvSource({
    "Enabled, ,",
    "HealthEndpointsOnly, /etc/kubernetes/strake/control-plane/authentication.yaml,",
    "Disabled, , false"
  })
  void theServerRefusesTheFlagBesideTheFile(
      String auth, @Nullable String file, @Nullable String flag) {
    List<ComponentFlag> flags = withApiServer("anonymousAuth: " + auth).apiServer();
    assertEquals(Optional.ofNullable(file), value(flags, "authentication-config"));
    assertEquals(Optional.ofNullable(flag), value(flags, "anonymous-auth"));
  }

  @Test
  void sectionsBringTheirFiles() {
    List<ComponentFlag> flags =
        withApiServer(
                """
                encryption: {resources: [secrets], keysRef: {provider: runtime, path: /run/keys}}
                podSecurity: {enforce: baseline}
                audit: {maxAge: 7, maxBackup: 3, maxSize: 50}
                """)
            .apiServer();
    String folder = "/etc/kubernetes/strake/control-plane/";
    assertEquals(
        Optional.of(folder + "encryption.yaml"), value(flags, "encryption-provider-config"));
    assertEquals(
        Optional.of(folder + "admission.yaml"), value(flags, "admission-control-config-file"));
    assertEquals(Optional.of("7"), value(flags, "audit-log-maxage"));
    assertEquals(Optional.of("3"), value(flags, "audit-log-maxbackup"));
    assertEquals(Optional.of("50"), value(flags, "audit-log-maxsize"));
  }

  @Test
  void withoutSectionsNoFileIsNamedThatIsNotThere() {
    List<ComponentFlag> flags = flags("  etcd: {local: {}}\n").apiServer();
    assertEquals(Optional.empty(), value(flags, "encryption-provider-config"));
    assertEquals(Optional.empty(), value(flags, "admission-control-config-file"));
    assertEquals(Optional.empty(), value(flags, "authentication-config"));
  }

  @Test
  void theSpecsFlagsComeLastInTheirOrderAndReplaceOurs() {
    List<ComponentFlag> flags =
        withApiServer(
                """
                extraArgs:
                - {name: shutdown-delay-duration, value: 20s}
                - {name: profiling, value: "true"}
                - {name: shutdown-delay-duration, value: 30s}
                """)
            .apiServer();
    assertEquals(
        List.of("shutdown-delay-duration=20s", "profiling=true", "shutdown-delay-duration=30s"),
        texts(flags.subList(flags.size() - 3, flags.size())));
    assertEquals(1, flags.stream().filter(flag -> flag.name().equals("profiling")).count());
  }

  /** kubeadm drops its own NodeRestriction where another list is given. */
  @Test
  void admissionPluginsOfTheSpecComeInAddition() {
    List<ComponentFlag> flags =
        withApiServer(
                """
                extraArgs:
                - {name: enable-admission-plugins, value: "AlwaysPullImages, NodeRestriction"}
                - {name: enable-admission-plugins, value: DenyServiceExternalIPs}
                """)
            .apiServer();
    assertEquals(
        Optional.of("NodeRestriction,AlwaysPullImages,DenyServiceExternalIPs"),
        value(flags, "enable-admission-plugins"));
  }

  @Test
  void kubeletsAreVerifiedOnlyWhereTheClusterSignsTheirCertificates() {
    String text = Specs.SMALL + "  kubelet: {serverTLSBootstrap: true}\n";
    assertEquals(
        Optional.of("/etc/kubernetes/pki/ca.crt"),
        value(
            new ComponentFlags(Resolver.resolve(Specs.bound(text))).apiServer(),
            "kubelet-certificate-authority"));
    assertEquals(
        Optional.empty(),
        value(flags("  etcd: {local: {}}\n").apiServer(), "kubelet-certificate-authority"));
  }

  @Test
  void nodePortsAreToldWhereTheyAreOthersThanTheServersOwn() {
    String text = Specs.with("    cni:\n", "    serviceNodePortRange: 31000-31999\n    cni:\n");
    List<ComponentFlag> flags = new ComponentFlags(Resolver.resolve(Specs.bound(text))).apiServer();
    ComponentFlag ports = flags.get(0);
    assertEquals("service-node-port-range=31000-31999", texts(List.of(ports)).get(0));
    assertEquals("31000-31999", ports.origin().text());
  }

  /** A controller manager refuses to start with the mask of a family that pods do not have. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.244.0.0/16|node-cidr-mask-size-ipv4=20",
        "fd00:244::/56|node-cidr-mask-size-ipv6=72",
        "10.244.0.0/16, fd00:244::/56|node-cidr-mask-size-ipv4=20 node-cidr-mask-size-ipv6=72"
      })
  void masksAreThoseOfThePodsFamilies(String pods, String expected) {
    String text =
        Specs.with("[10.244.0.0/16]", "[" + quoted(pods) + "]")
            .replace(
                "    cni:\n",
                "    nodeCIDRMaskSizeIPv4: 20\n    nodeCIDRMaskSizeIPv6: 72\n    cni:\n");
    List<String> masks =
        texts(new ComponentFlags(Resolver.resolve(Specs.bound(text))).controllerManager()).stream()
            .filter(flag -> flag.startsWith("node-cidr"))
            .toList();
    assertEquals(List.of(expected.split(" ", -1)), masks);
  }

  private static String quoted(String blocks) {
    return "\"" + blocks.replace(", ", "\", \"") + "\"";
  }

  @Test
  void ownFlagsOfTheOtherComponentsFollowOurs() {
    ComponentFlags flags =
        flags(
            """
              etcd: {local: {quotaBackendBytes: 8589934592, extraArgs: [{name: snapshot-count, value: "5000"}]}}
              controllerManager: {extraArgs: [{name: terminated-pod-gc-threshold, value: "500"}]}
              scheduler: {extraArgs: [{name: v, value: "4"}]}
            """);
    assertEquals(
        List.of("quota-backend-bytes=8589934592", "snapshot-count=5000"), texts(flags.etcd()));
    assertEquals(
        List.of(
            "node-cidr-mask-size-ipv4=24", "profiling=false", "terminated-pod-gc-threshold=500"),
        texts(flags.controllerManager()));
    assertEquals(List.of("profiling=false", "v=4"), texts(flags.scheduler()));
  }

  @Test
  void etcdThatSomebodyElseRunsHasNoFlags() {
    String etcd = "  etcd: {external: {endpoints: [\"https://10.20.0.51:2379\"]}}\n";
    assertEquals(List.of(), flags(etcd).etcd());
  }

  @Test
  void flagsLeadBackToTheSpec() {
    List<ComponentFlag> flags =
        withApiServer(
                """
                audit: {maxAge: 45}
                extraArgs: [{name: event-ttl, value: 2h}]
                """)
            .apiServer();
    assertEquals("45", origin(flags, "audit-log-maxage"));
    assertEquals("{name: event-ttl, value: 2h}", origin(flags, "event-ttl"));
    assertFalse(origin(flags, "profiling").isEmpty());
  }

  private static String origin(List<ComponentFlag> flags, String name) {
    return flags.stream()
        .filter(flag -> flag.name().equals(name))
        .map(flag -> flag.origin().text())
        .findFirst()
        .orElseThrow();
  }
}
