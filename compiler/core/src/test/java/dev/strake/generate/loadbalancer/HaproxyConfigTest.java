package dev.strake.generate.loadbalancer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.bundle.Artifact;
import dev.strake.generate.HaProduction;
import java.util.List;
import org.junit.jupiter.api.Test;

class HaproxyConfigTest {

  @Test
  void everyHostHasTheSameFile() {
    List<Artifact> files = new HaproxyGenerator().generate(new HaProduction().resolved());
    assertEquals(
        List.of("loadbalancers/lb-1/haproxy.cfg", "loadbalancers/lb-2/haproxy.cfg"),
        files.stream().map(file -> file.path().toString()).toList());
    assertEquals(files.get(0).text(), files.get(1).text());
    assertEquals("Host", files.get(0).origin().file().path());
  }

  @Test
  void passesTlsThroughToServersThatAreReady() {
    assertEquals(
        """
        # Written by Strake from the cluster's description; change it there.

        global
          log stdout format short daemon info
          maxconn 20000
          user haproxy
          group haproxy

        defaults
          log global
          mode tcp
          option tcplog
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
          default_backend kube-apiserver

        backend kube-apiserver
          balance leastconn
          option httpchk
          http-check connect ssl
          http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host kubernetes
          http-check expect status 200
          # Checks only: clients verify the certificate themselves, through the balancer.
          # No CA file is configured, so a check believes any certificate.
          default-server verify none
          default-server check inter 2s rise 2 fall 3
          default-server slowstart 30s on-marked-down shutdown-sessions
          server cp-1 192.168.1.100:6443
          server cp-2 192.168.1.101:6443
          server cp-3 192.168.1.102:6443

        frontend stats
          bind 127.0.0.1:8404
          mode http
          option httplog
          http-request use-service prometheus-exporter if { path /metrics }
          stats enable
          stats uri /stats
          stats refresh 10s
        """,
        HaproxyConfig.of(new HaProduction().resolved(), null).text());
  }

  @Test
  void verifiesServersOnceThereIsACa() {
    String text =
        HaproxyConfig.of(new HaProduction().resolved(), "/etc/haproxy/kube ca.crt").text();
    assertTrue(
        text.contains("\n  default-server verify required ca-file '/etc/haproxy/kube ca.crt'\n"));
    assertTrue(!text.contains("verify none") && !text.contains("believes any"));
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
  void commentsStayOnTheirLine() {
    HaproxyText text = new HaproxyText();
    text.comment("a\r\nbind *:1");
    assertEquals("# a  bind *:1\n", text.toString());
  }
}
