package dev.strake.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrSetTest {

  private static final CidrSet SET =
      CidrSet.of(
          List.of(
              cidr("10.0.1.0/24"), cidr("10.0.0.0/28"), cidr("10.0.1.64/26"), cidr("fd00::/64")));

  private static Cidr cidr(String text) {
    return Cidr.parse(text).orThrow();
  }

  private static AddressPool pool(String text) {
    return AddressPool.parse(text).orThrow();
  }

  private static String text(Optional<Cidr> found) {
    return found.map(Object::toString).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "9.255.255.255, none",
    "10.0.0.0, 10.0.0.0/28",
    "10.0.0.15, 10.0.0.0/28",
    "10.0.0.16, none",
    "10.0.1.0, 10.0.1.0/24",
    "10.0.1.64, 10.0.1.0/24",
    "10.0.1.255, 10.0.1.0/24",
    "10.0.2.0, none",
    "::, none",
    "fd00::1, fd00::/64",
    "fd00:0:0:1::, none"
  })
  void anAddressIsInOneBlockAtMost(String address, String block) {
    assertEquals(block, text(SET.around(IpAddress.parse(address).orThrow())));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0-10.0.0.15, 10.0.0.0/28, 10.0.0.0/28",
    "10.0.0.0-10.0.0.16, none, 10.0.0.0/28",
    "10.0.0.16-10.0.0.255, none, none",
    "10.0.0.16-10.0.1.0, none, 10.0.1.0/24",
    "10.0.0.16-10.0.2.0, none, 10.0.1.0/24",
    "10.0.1.255-10.0.2.0, none, 10.0.1.0/24",
    "10.0.2.0-255.255.255.255, none, none",
    "fcff::-fd00::, none, fd00::/64"
  })
  void aRangeIsInsideOrMeets(String range, String around, String meeting) {
    assertEquals(around, text(SET.around(pool(range))));
    assertEquals(meeting, text(SET.meeting(pool(range))));
  }

  @Test
  void knowsItsFamilies() {
    assertTrue(SET.has(IpFamily.IPV6));
    assertFalse(CidrSet.of(List.of(cidr("10.0.0.0/8"))).has(IpFamily.IPV6));
  }

  @Test
  void findsWhatAskingEachBlockFinds() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      List<Cidr> blocks = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        int prefix = 24 + random.nextInt(9);
        IpAddress any = new IpAddress(IpFamily.IPV4, 0, 0x0a000000L + random.nextInt(1024));
        blocks.add(new InterfaceAddress(any, prefix).network());
      }
      CidrSet set = CidrSet.of(blocks);
      for (int i = 0; i < 1024; i++) {
        IpAddress address = new IpAddress(IpFamily.IPV4, 0, 0x0a000000L + i);
        Optional<Cidr> widest =
            blocks.stream().filter(b -> b.contains(address)).min(Cidr::compareTo);
        assertEquals(widest, set.around(address), () -> address + " in " + blocks);
      }
    }
  }

  @Test
  void theAddressBeforeBorrows() {
    assertEquals("10.0.0.255", previous("10.0.1.0"));
    assertEquals("255.255.255.255", previous("0.0.0.0"));
    assertEquals("fd00::ffff:ffff:ffff:ffff", previous("fd00:0:0:1::"));
    assertEquals("fd00::", previous("fd00::1"));
  }

  private static String previous(String text) {
    return IpAddress.parse(text).orThrow().previous().toString();
  }
}
