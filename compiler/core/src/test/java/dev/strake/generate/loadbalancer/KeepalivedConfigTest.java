package dev.strake.generate.loadbalancer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepalivedConfigTest {

  private static String first(BalancedCluster cluster) {
    return cluster.keepalived().get(0).text();
  }

  @Test
  void theFirstHostCarriesTheAddressAndTheOtherHearsOfIt() {
    List<KeepalivedConfig> hosts = BalancedCluster.USUAL.keepalived();
    assertEquals(
        """
        # Written by Strake from the cluster's description; change it there.

        global_defs {
          router_id lb-1
          enable_script_security
          script_user root
          vrrp_garp_master_refresh 60
        }

        vrrp_script check_apiserver {
          script /usr/libexec/keepalived/check-apiserver.sh
          interval 2
          timeout 1
          rise 2
          fall 3
          weight -20
          init_fail
        }

        vrrp_instance kube-apiserver {
          version 2
          state BACKUP
          interface eth0
          virtual_router_id 61
          priority 102
          advert_int 1
          unicast_src_ip 192.168.1.11
          check_unicast_src
          unicast_peer {
            192.168.1.12
          }
          # The password; keepalived does not start without the file.
          includea /etc/keepalived/authentication.conf
          virtual_ipaddress {
            192.168.1.200/24 dev eth0
          }
          track_script {
            check_apiserver
          }
        }
        """,
        hosts.get(0).text());
    assertEquals(
        hosts
            .get(0)
            .text()
            .replace("router_id lb-1", "router_id lb-2")
            .replace("priority 102", "priority 101")
            .replace("192.168.1.11\n", "192.168.1.0\n")
            .replace("192.168.1.12\n", "192.168.1.11\n")
            .replace("192.168.1.0\n", "192.168.1.12\n"),
        hosts.get(1).text());
  }

  @Test
  void aHostsOwnInterfaceCounts() {
    String text =
        first(BalancedCluster.USUAL.with("priority: 102", "priority: 102, interface: bond0.7"));
    assertTrue(text.contains("\n  interface bond0.7\n"), text);
    assertTrue(text.contains("192.168.1.200/24 dev bond0.7\n"), text);
    assertFalse(text.contains("eth0"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "2s,   2, 1",
    "1s,   1, 1",
    "1.1s, 2, 1",
    "10s, 10, 9",
    "100ms, 1, 1",
    "1h, 3600, 3599"
  })
  void theCheckRunsInWholeSeconds(String interval, int seconds, int timeout) {
    String text = first(BalancedCluster.USUAL.with("interval: 2s", "interval: " + interval));
    assertTrue(text.contains("\n  interval %d\n  timeout %d\n".formatted(seconds, timeout)), text);
  }

  @Test
  void theCheckIsTheSpecs() {
    String text =
        first(
            BalancedCluster.USUAL
                .with("interval: 2s", "rise: 5, fall: 7")
                .with("interface: eth0", "interface: eth0\n      checkWeight: 30"));
    assertTrue(text.contains("\n  rise 5\n  fall 7\n  weight 30\n"), text);
  }

  /** To keepalived a weight of 0 means: out of service, which would leave the address nowhere. */
  @Test
  void aCheckThatAddsNothingIsNone() {
    String text =
        first(
            BalancedCluster.USUAL.with("interface: eth0", "interface: eth0\n      checkWeight: 0"));
    assertFalse(text.contains("script {"), text);
    assertFalse(text.contains("check_apiserver"), text);
  }

  @Test
  void withoutAPasswordNothingIsIncluded() {
    String text =
        first(
            BalancedCluster.USUAL.with(
                "authPassRef: {name: vrrp, key: auth_pass}", "unicast: true"));
    assertFalse(text.contains("include"), text);
    assertTrue(text.contains("unicast_peer"), text);
  }

  @Test
  void multicastIsAChoiceAndWhatIsLeftToASingleHost() {
    BalancedCluster multicast =
        BalancedCluster.USUAL.with("interface: eth0", "interface: eth0\n      unicast: false");
    BalancedCluster alone =
        BalancedCluster.USUAL.with(
            "      - {name: lb-2, address: 192.168.1.12, priority: 101}\n", "");
    for (BalancedCluster cluster : List.of(multicast, alone)) {
      assertFalse(first(cluster).contains("unicast"), first(cluster));
    }
  }

  @Test
  void ipv6SpeaksTheThirdVersionWhichHasNoPassword() {
    String text = first(BalancedCluster.USUAL.colocated().dualStack());
    assertTrue(text.contains("\n  version 3\n"), text);
    assertFalse(text.contains("include"), text);
    assertTrue(
        text.contains(
            """
              unicast_src_ip fd00:1::100
              check_unicast_src
              unicast_peer {
                fd00:1::101
                fd00:1::102
              }
            """
                .indent(0)),
        text);
    assertTrue(text.contains("\n    fd00:1::200/64 dev eth0 preferred_lft 0\n"), text);
  }

  @Test
  void controlPlanesStandInTheOrderInWhichTheyAreWritten() {
    List<Integer> priorities =
        BalancedCluster.USUAL.colocated().keepalived().stream()
            .map(host -> host.instance().priority())
            .toList();
    assertEquals(List.of(103, 102, 101), priorities);
  }

  @Test
  void quotesWhatItCanSay() {
    assertEquals("192.168.1.200/24", KeepalivedText.quote("192.168.1.200/24"));
    assertEquals("\"a b\"", KeepalivedText.quote("a b"));
    assertEquals("\"#{}!'~\"", KeepalivedText.quote("#{}!'~"));
    assertEquals("\"@id\"", KeepalivedText.quote("@id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\"b", "a\\b", "$A", "a\nstate MASTER", "ü", "\u007f"})
  void refusesWhatItCannotSay(String word) {
    assertThrows(IllegalArgumentException.class, () -> KeepalivedText.quote(word));
  }

  @Test
  void commentsStayOnTheirLine() {
    KeepalivedText text = new KeepalivedText();
    text.comment("a\r\nstate MASTER");
    assertEquals("# a  state MASTER\n", text.toString());
  }
}
