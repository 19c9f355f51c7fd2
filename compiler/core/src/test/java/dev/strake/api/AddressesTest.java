package dev.strake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.value.IpAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  private static final ApiContext STRICT = ApiContext.ofMinor(36);
  private static final ApiContext LEGACY = ApiContext.ofMinor(35);

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/8", "0.0.0.0/0", "::/0", "fd00::/64", "10.0.0.1/32"})
  void blocksThatEveryServerTakes(String text) {
    assertTrue(Addresses.isLegacyCidr(text, STRICT));
    assertTrue(Addresses.isLegacyCidr(text, LEGACY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1/8", "010.0.0.0/8", "10.0.0.0/08", "fd00::1/64"})
  void blocksThatOnlyOlderServersTake(String text) {
    assertFalse(Addresses.isLegacyCidr(text, STRICT));
    assertTrue(Addresses.isLegacyCidr(text, LEGACY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "::/129", "a/8", "10.0.0.0/-1"})
  void blocksThatNoServerTakes(String text) {
    assertFalse(Addresses.isLegacyCidr(text, STRICT));
    assertFalse(Addresses.isLegacyCidr(text, LEGACY));
  }

  @Test
  void leadingZerosAreDecimal() {
    assertEquals(Optional.of(IpAddress.parse("10.0.8.1").orThrow()), Addresses.find("010.0.08.1"));
    assertEquals(Optional.empty(), Addresses.find("10.0.0.256"));
    assertEquals(Optional.empty(), Addresses.find("10.0.0"));
  }

  @Test
  void aBlockLosesItsBitsBehindThePrefix() {
    assertEquals("10.0.0.0/8", Addresses.findBlock("10.1.2.3/8").orElseThrow().toString());
    assertEquals(Optional.empty(), Addresses.findBlock("10.1.2.3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "::",
        "127.0.0.1",
        "127.255.0.1",
        "::1",
        "169.254.1.1",
        "fe80::1",
        "224.0.0.1",
        "ff02::1"
      })
  void addressesOfNoMachine(String text) {
    assertTrue(SpecialAddress.isSpecial(IpAddress.parse(text).orThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1", "126.0.0.1", "169.253.0.1", "224.0.1.1", "fd00::1", "ff05::1"})
  void addressesOfMachines(String text) {
    assertFalse(SpecialAddress.isSpecial(IpAddress.parse(text).orThrow()));
  }

  @Test
  void hostsMayHaveOneStarInFront() {
    assertNull(Domains.hostProblem("*.example.org"));
    assertNull(Domains.hostProblem("example.org"));
    for (String bad : new String[] {"*", "*.", "a.*.org", "*.*.org", "*a.org", ""}) {
      assertTrue(Domains.hostProblem(bad) != null, bad);
    }
  }

  @Test
  void fullNamesHaveThreePartsAndDomainsTwo() {
    assertNull(Domains.fullyQualifiedProblem("a.b.c"));
    assertTrue(Domains.fullyQualifiedProblem("a.b") != null);
    assertNull(Domains.domainProblem("a.b."));
    assertTrue(Domains.domainProblem("a.") != null);
    assertTrue(Domains.domainProblem(".") != null);
  }

  @Test
  void base64IsReadAsGoReadsIt() {
    assertEquals(0, Base64Text.length(""));
    assertEquals(1, Base64Text.length("YQ=="));
    assertEquals(3, Base64Text.length("YWJj"));
    assertEquals(3, Base64Text.length("YW\nJj\r\n"));
    assertTrue(Base64Text.decode("YW\nJj").isPresent());
    for (String bad : new String[] {"YQ=", "YQ", "Y Q=", "Y", "YQ_=", "===="}) {
      assertTrue(Base64Text.decode(bad).isEmpty(), bad);
    }
  }

  @Test
  void jsonMustBeOneObjectOrNull() {
    assertTrue(JsonText.isObjectOrNull("{}"));
    assertTrue(JsonText.isObjectOrNull(" {\"auths\": {\"a\": {}}} "));
    assertTrue(JsonText.isObjectOrNull("null"));
    for (String bad : new String[] {"", "[]", "1", "{", "{}{}", "{a: 1}", "{\"a\":}"}) {
      assertFalse(JsonText.isObjectOrNull(bad), bad);
    }
  }
}
