package dev.strake.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.value.Cidr;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSubnetsTest {

  @ParameterizedTest
  @CsvSource({
    "10.96.0.0/12, 0",
    "10.0.0.0/11, 1",
    "10.96.0.0/28, 0",
    "10.96.0.0/29, 1",
    "fd00:96::/108, 0",
    "fd00:96::/107, 1",
    "fd00:96::/124, 0",
    "fd00:96::/125, 1",
    // Too large, and too large to count.
    "0.0.0.0/1, 2",
    "0.0.0.0/2, 1"
  })
  void services(String block, int problems) {
    assertEquals(problems, ClusterSubnets.services(List.of(cidr(block))).size());
  }

  @ParameterizedTest
  @CsvSource({
    "10.244.0.0/28, 0",
    "10.244.0.0/29, 1",
    "fd00::/124, 0",
    "fd00::/125, 1",
    "fd00::/8, 0",
    "8000::/1, 1"
  })
  void pods(String block, int problems) {
    assertEquals(problems, ClusterSubnets.pods(List.of(cidr(block))).size());
  }

  @ParameterizedTest
  @CsvSource({
    "10.244.0.0/24, 24, true",
    "10.244.0.0/25, 24, false",
    "10.0.0.0/8, 24, true",
    "10.0.0.0/8, 25, false",
    "fd00:244::/48, 64, true",
    "fd00:244::/47, 64, false"
  })
  void nodeMask(String block, int mask, boolean fine) {
    assertEquals(fine, ClusterSubnets.nodeMask(cidr(block), mask).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, true",
    "'10.0.0.0/16,fd00::/48', true",
    "'fd00::/48,10.0.0.0/16', true",
    "'10.0.0.0/16,10.1.0.0/16', false",
    "'10.0.0.0/16,fd00::/48,10.1.0.0/16', false"
  })
  void families(String blocks, boolean fine) {
    List<Cidr> all = Stream.of(blocks.split(",", -1)).map(ClusterSubnetsTest::cidr).toList();
    assertEquals(fine, ClusterSubnets.families(all).isEmpty());
  }

  private static Cidr cidr(String text) {
    return Cidr.parse(text).orThrow();
  }
}
