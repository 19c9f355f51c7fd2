package dev.strake.api;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyIpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "010.000.0.001",
        "::",
        "fd00::1",
        "::ffff:1.2.3.4",
        "64:ff9b::1.2.3.4"
      })
  void addresses(String text) {
    assertNull(LegacyIp.problem(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0",
        "10.0.0.300",
        "10.0.0.0300",
        "10.0.0.1/8",
        "fe80::1%eth0",
        "1::2::1.2.3.4",
        "a"
      })
  void noAddresses(String text) {
    assertNotNull(LegacyIp.problem(text), text);
  }
}
