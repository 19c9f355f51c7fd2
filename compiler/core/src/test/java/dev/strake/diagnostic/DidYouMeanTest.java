package dev.strake.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

  private static final List<String> FIELDS =
      List.of("image", "imagePullPolicy", "livenessProbe", "name", "ports", "resources");

  @Test
  void anotherCaseOrAPluralIsNoSlip() {
    assertEquals(Optional.of("imagePullPolicy"), DidYouMean.of("imagepullpolicy", FIELDS));
    assertEquals(Optional.of("ports"), DidYouMean.of("port", FIELDS));
    assertEquals(Optional.of("livenessProbe"), DidYouMean.of("liveness-probe", FIELDS));
  }

  @Test
  void aSwapIsOneSlip() {
    assertEquals(Optional.of("name"), DidYouMean.of("nmae", FIELDS));
  }

  @Test
  void nothingIsGuessedFromFarAway() {
    assertEquals(Optional.empty(), DidYouMean.of("command", FIELDS));
    assertEquals(Optional.empty(), DidYouMean.of("", FIELDS));
    assertEquals(Optional.empty(), DidYouMean.of("n".repeat(10_000), FIELDS));
  }

  @Test
  void ofEquallyNearNamesTheFirstCounts() {
    assertEquals(Optional.of("cat"), DidYouMean.of("rat", List.of("cat", "bat")));
  }
}
