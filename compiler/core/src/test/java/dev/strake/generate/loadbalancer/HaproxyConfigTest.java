package dev.strake.generate.loadbalancer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.bundle.Artifact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HaproxyConfigTest {

  private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\n";

  /** Lines of the file that begin with a word, without their indent. */
  private static List<String> lines(BalancedCluster cluster, String beginning) {
    return cluster
        .haproxy()
        .text()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(beginning))
        .toList();
  }

  @Test
  void everyHostHasTheSameFiles() {
    Map<String, Artifact> files = BalancedCluster.USUAL.withAuthority(CERTIFICATE).artifacts();
    assertEquals(
        """
        loadbalancers/lb-1/check-apiserver.sh 0755
        loadbalancers/lb-1/files/etc/haproxy/kubernetes-ca.crt 0644
        loadbalancers/lb-1/files/etc/systemd/system/haproxy.service.d/strake.conf 0644
        loadbalancers/lb-1/files/etc/systemd/system/keepalived.service.d/strake.conf 0644
        loadbalancers/lb-1/haproxy.cfg 0644
        loadbalancers/lb-1/keepalived.conf 0644
        loadbalancers/lb-2/check-apiserver.sh 0755
        loadbalancers/lb-2/files/etc/haproxy/kubernetes-ca.crt 0644
        loadbalancers/lb-2/files/etc/systemd/system/haproxy.service.d/strake.conf 0644
        loadbalancers/lb-2/files/etc/systemd/system/keepalived.service.d/strake.conf 0644
        loadbalancers/lb-2/haproxy.cfg 0644
        loadbalancers/lb-2/keepalived.conf 0644
        """,
        String.join(
                "\n",
                new TreeSet<>(files.keySet())
                    .stream().map(path -> path + " " + files.get(path).mode().octal()).toList())
            + "\n");
    for (String name : List.of("haproxy.cfg", "check-apiserver.sh")) {
      assertEquals(
          files.get("loadbalancers/lb-1/" + name).text(),
          files.get("loadbalancers/lb-2/" + name).text());
    }
  }

  @Test
  void aFileComesFromItsHostAndTheCertificateFromWhereItIsNamed() {
    Map<String, Artifact> files = BalancedCluster.USUAL.withAuthority(CERTIFICATE).artifacts();
    assertEquals(
        "{name: lb-2, address: 192.168.1.12, priority: 101}",
        files.get("loadbalancers/lb-2/haproxy.cfg").origin().text());
    Artifact authority = files.get("loadbalancers/lb-2/files/etc/haproxy/kubernetes-ca.crt");
    assertEquals("pki/ca.crt", authority.origin().text());
    assertEquals(CERTIFICATE, authority.text());
  }

  @Test
  void passesTlsThroughToServersThatAreReady() {
    assertEquals(
        """
        # Written by Strake from the cluster's description; change it there.

        global
          log stdout format short daemon info
          maxconn 8100
          chroot /var/lib/haproxy
          user haproxy
          group haproxy
          stats socket /var/lib/haproxy/admin.sock mode 600 level admin expose-fd listeners
          hard-stop-after 15m
          mworker-max-reloads 3

        defaults
          log global
          mode tcp
          option dontlognull
          option clitcpka
          option srvtcpka
          option redispatch 1
          retries 3
          timeout connect 3s
          timeout check 3s
          timeout queue 10s
          timeout client 1m
          timeout server 1m
          timeout tunnel 4h
          timeout client-fin 30s
          timeout server-fin 30s

        frontend kube-apiserver
          bind *:6443
          option tcplog
          maxconn 8000
          default_backend kube-apiserver

        backend kube-apiserver
          balance leastconn
          option log-health-checks
          option httpchk
          http-check connect ssl sni kubernetes.default.svc
          http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host kubernetes.default.svc
          http-check expect status 200
          default-server verify required ca-file /etc/haproxy/kubernetes-ca.crt verifyhost kubernetes.default.svc
          default-server check inter 2s rise 2 fall 3
          default-server observe layer4 slowstart 30s on-marked-down shutdown-sessions
          server cp-1 192.168.1.100:6443
          server cp-2 192.168.1.101:6443
          server cp-3 192.168.1.102:6443

        frontend stats
          bind 127.0.0.1:8404
          mode http
          no log
          http-request use-service prometheus-exporter if { path /metrics }
          stats enable
          stats uri /stats
          stats refresh 10s
        """,
        BalancedCluster.USUAL.withAuthority(CERTIFICATE).haproxy().text());
  }

  @Test
  void believesAnyCertificateOnlyIfNothingElseIsPossibleOrWanted() {
    BalancedCluster verifying = BalancedCluster.USUAL.withAuthority(CERTIFICATE);
    BalancedCluster unwanted = verifying.with("interval: 2s", "verify: None");
    for (BalancedCluster cluster : List.of(BalancedCluster.USUAL, unwanted)) {
      String text = cluster.artifacts().get("loadbalancers/lb-1/haproxy.cfg").text();
      assertTrue(text.contains("\n  default-server verify none\n"), text);
      assertFalse(text.contains("ca-file"), text);
      assertFalse(cluster.artifacts().keySet().stream().anyMatch(path -> path.endsWith(".crt")));
    }
  }

  @Test
  void theHealthCheckIsTheSpecs() {
    BalancedCluster cluster =
        BalancedCluster.USUAL.with(
            "interval: 2s", "path: \"/livez/a b?exclude=c\", interval: 1.5s, rise: 4, fall: 5");
    assertEquals(
        List.of("default-server check inter 1500ms rise 4 fall 5"),
        lines(cluster, "default-server check"));
    // What would end the line of the request is encoded, and the rest is what was written.
    assertEquals(
        List.of(
            "http-check send meth GET uri '/livez/a%20b?exclude=c' ver HTTP/1.1 hdr Host"
                + " kubernetes.default.svc"),
        lines(cluster, "http-check send"));
  }

  @Test
  void aServerThatTellsStrangersNothingIsWellIfItAnswers() {
    BalancedCluster cluster =
        BalancedCluster.USUAL.with("bindPort: 6443", "bindPort: 6443, anonymousAuth: Disabled");
    assertEquals(List.of("http-check expect status 200,401"), lines(cluster, "http-check expect"));
    BalancedCluster healthOnly =
        BalancedCluster.USUAL.with(
            "bindPort: 6443", "bindPort: 6443, anonymousAuth: HealthEndpointsOnly");
    assertEquals(List.of("http-check expect status 200"), lines(healthOnly, "http-check expect"));
  }

  @Test
  void listensOnEveryFamilyInUse() {
    assertEquals(
        List.of("bind *:6443", "bind 127.0.0.1:8404"), lines(BalancedCluster.USUAL, "bind"));
    assertEquals(
        List.of("bind *:6443", "bind [::]:6443 v6only", "bind 127.0.0.1:8404"),
        lines(BalancedCluster.USUAL.dualStack(), "bind"));
  }

  @Test
  void listensOnItsOwnPortAndAsksTheServersOnTheirs() {
    BalancedCluster cluster =
        BalancedCluster.USUAL
            .with("type: HAProxyKeepalived", "type: HAProxyKeepalived\n    port: 8443")
            .with("bindPort: 6443", "bindPort: 7443")
            .with("address: 192.168.1.102", "address: \"fd00:1::102\"");
    assertEquals(List.of("bind *:8443", "bind 127.0.0.1:8404"), lines(cluster, "bind"));
    assertEquals(
        List.of(
            "server cp-1 192.168.1.100:7443",
            "server cp-2 192.168.1.101:7443",
            "server cp-3 [fd00:1::102]:7443"),
        lines(cluster, "server "));
  }

  @Test
  void theStatisticsTakeAPortThatNobodyHas() {
    BalancedCluster cluster =
        BalancedCluster.USUAL
            .with("type: HAProxyKeepalived", "type: HAProxyKeepalived\n    port: 8404")
            .with("bindPort: 6443", "bindPort: 8405")
            .with("cni:", "serviceNodePortRange: 8406-8409\n    cni:");
    assertEquals(List.of("bind *:8404", "bind 127.0.0.1:8410"), lines(cluster, "bind"));
    assertTrue(
        cluster
            .artifacts()
            .get("loadbalancers/lb-1/check-apiserver.sh")
            .text()
            .contains("\nreadonly STATS_PORT=8410\n"));
  }

  @Test
  void onControlPlanesItListensBesideTheApiServer() {
    BalancedCluster cluster = BalancedCluster.USUAL.colocated();
    assertEquals(List.of("bind *:6443", "bind 127.0.0.1:8404"), lines(cluster, "bind"));
    assertEquals("server cp-1 192.168.1.100:6444", lines(cluster, "server ").get(0));
    assertTrue(cluster.artifacts().containsKey("loadbalancers/cp-3/haproxy.cfg"));
  }

  @Test
  void quotesWhateverAWordHolds() {
    assertEquals("10.0.0.1:6443", HaproxyText.quote("10.0.0.1:6443"));
    assertEquals("''", HaproxyText.quote(""));
    assertEquals("'a b'", HaproxyText.quote("a b"));
    assertEquals("'$HOME'", HaproxyText.quote("$HOME"));
    assertEquals("'#x\"y\\z'", HaproxyText.quote("#x\"y\\z"));
    assertEquals("'it'\\''s'", HaproxyText.quote("it's"));
    assertThrows(IllegalArgumentException.class, () -> HaproxyText.quote("a\nserver evil"));
  }

  @Test
  void timesAreWholeMillisecondsAndNeverNone() {
    assertEquals("60s", HaproxyText.time(Duration.ofMinutes(1)));
    assertEquals("250ms", HaproxyText.time(Duration.ofMillis(250)));
    assertEquals("1ms", HaproxyText.time(Duration.ofNanos(1)));
  }

  @Test
  void commentsStayOnTheirLine() {
    HaproxyText text = new HaproxyText();
    text.comment("a\r\nbind *:1");
    assertEquals("# a  bind *:1\n", text.toString());
  }
}
