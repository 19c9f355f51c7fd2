package dev.strake.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  private static IpAddress ip(String text) {
    return IpAddress.parse(text).orThrow();
  }

  private static Cidr cidr(String text) {
    return Cidr.parse(text).orThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "FD00:0:0:0:0:0:0:1, fd00::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "64:ff9b::192.0.2.1, 64:ff9b::c000:201",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
  })
  void addressesArePrintedAsRfc5952Says(String text, String printed) {
    assertEquals(printed, ip(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.04",
        "1.2.3.-4",
        "1.2.3.4 ",
        "1.2.3.4/32",
        "fe80::1%eth0",
        "::ffff:1.2.3.4",
        "::ffff:102:304",
        "1::2::3",
        ":::",
        ":1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "12345::",
        "g::",
        "1.2.3.4::",
        "::1.2.3",
        "[::1]",
        "0x7f.1",
        "١.2.3.4"
      })
  void othersAreRefused(String text) {
    assertInstanceOf(Parsed.Bad.class, IpAddress.parse(text));
  }

  @Test
  void ipv4ComesBeforeIpv6AndNumbersAreUnsigned() {
    assertTrue(ip("255.0.0.0").compareTo(ip("::")) < 0);
    assertTrue(ip("9.0.0.0").compareTo(ip("10.0.0.0")) < 0);
    assertTrue(ip("8000::").compareTo(ip("7fff::")) > 0);
    assertTrue(ip("::8000:0:0:0").compareTo(ip("::7fff:0:0:0")) > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "10.96.0.0/12, 10.111.255.255, 1048576",
    "0.0.0.0/0, 255.255.255.255, 4294967296",
    "10.0.0.1/32, 10.0.0.1, 1",
    "fd00::/64, fd00::ffff:ffff:ffff:ffff, 18446744073709551616",
    "fd00::/63, fd00:0:0:1:ffff:ffff:ffff:ffff, 36893488147419103232",
    "::/0, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 340282366920938463463374607431768211456"
  })
  void blocksHaveALastAddressAndASize(String block, String last, BigInteger size) {
    assertEquals(ip(last), cidr(block).last());
    assertEquals(size, cidr(block).size());
  }

  @Test
  void hostBitsAreRefusedWithTheBlockThatWasMeant() {
    Parsed<Cidr> parsed = Cidr.parse("10.244.3.0/16");
    assertEquals(
        "write 10.244.0.0/16, or a longer prefix", parsed.match(ok -> "", Parsed.Bad::help));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "10.0.0.0/-1",
        "::/129",
        "10.0.0.0/8/8",
        "/8",
        "10.0.0.0/+8"
      })
  void otherBlocksAreRefused(String text) {
    assertInstanceOf(Parsed.Bad.class, Cidr.parse(text));
  }

  @Test
  void blocksContainWhatStartsWithTheirPrefix() {
    assertTrue(cidr("10.244.0.0/16").contains(ip("10.244.255.255")));
    assertFalse(cidr("10.244.0.0/16").contains(ip("10.245.0.0")));
    assertFalse(cidr("0.0.0.0/0").contains(ip("::1")));
    assertTrue(cidr("10.0.0.0/8").overlaps(cidr("10.244.0.0/16")));
    assertTrue(cidr("10.244.0.0/16").overlaps(cidr("10.0.0.0/8")));
    assertFalse(cidr("10.0.0.0/9").overlaps(cidr("10.128.0.0/9")));
    assertFalse(cidr("10.0.0.0/9").contains(cidr("10.0.0.0/8")));
  }

  @Test
  void nthAddressesEndWithTheBlock() {
    assertEquals(Optional.of(ip("10.96.0.10")), cidr("10.96.0.0/12").nth(10));
    assertEquals(Optional.of(ip("10.0.0.15")), cidr("10.0.0.0/28").nth(15));
    assertEquals(Optional.empty(), cidr("10.0.0.0/28").nth(16));
    assertEquals(Optional.empty(), cidr("10.0.0.0/28").nth(-1));
    assertEquals(Optional.of(ip("fd00::a")), cidr("fd00::/64").nth(10));
    assertEquals(Optional.of(ip("::1")), cidr("::/0").nth(1));
  }

  @Test
  void theFirstAndLastOfABlockAreNoMachines() {
    assertTrue(cidr("10.0.0.0/24").isNetworkAddress(ip("10.0.0.0")));
    assertTrue(cidr("10.0.0.0/24").isBroadcast(ip("10.0.0.255")));
    assertFalse(cidr("10.0.0.0/31").isNetworkAddress(ip("10.0.0.0")));
    assertFalse(cidr("10.0.0.0/31").isBroadcast(ip("10.0.0.1")));
    assertFalse(cidr("fd00::/64").isBroadcast(cidr("fd00::/64").last()));
  }

  @Test
  void interfaceAddressesKeepTheirHostBits() {
    InterfaceAddress address = InterfaceAddress.parse("10.20.0.10/24").orThrow();
    assertEquals("10.20.0.10/24", address.toString());
    assertEquals(cidr("10.20.0.0/24"), address.network());
  }

  @ParameterizedTest
  @CsvSource({"api.example.net, false", "10.0.0.1, true", "FD00::1, true", "a, false", "a1, false"})
  void hostsAreNamesOrAddresses(String text, boolean address) {
    assertEquals(address, HostName.parse(text).orThrow().address().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*.example.net",
        "192.168.1.300",
        "a.1",
        "A.example",
        "a..b",
        "-a",
        "a_b",
        "a:80",
        "a b",
        "a.example.",
        "$(reboot)",
        "a\nb"
      })
  void otherHostsAreRefused(String text) {
    assertInstanceOf(Parsed.Bad.class, HostName.parse(text));
  }
}
