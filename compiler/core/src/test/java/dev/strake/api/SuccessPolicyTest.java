package dev.strake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessPolicyTest {

  @Test
  void listsOfIndexesAreCounted() {
    assertEquals(OptionalLong.of(0), SuccessPolicy.countIndexes("", 5));
    assertEquals(OptionalLong.of(1), SuccessPolicy.countIndexes("0", 1));
    assertEquals(OptionalLong.of(4), SuccessPolicy.countIndexes("0,2-4", 5));
    assertEquals(OptionalLong.of(3), SuccessPolicy.countIndexes("0,1,2", 3));
    assertEquals(OptionalLong.of(5), SuccessPolicy.countIndexes("0-4", 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "0-5",
        "2,1",
        "1,1",
        "0-2,2",
        "2-1",
        "1-1",
        "1-2-3",
        "-1",
        "a",
        ",",
        "1,",
        "0 ",
        "1-",
        "99999999999999999999"
      })
  void otherListsAreNot(String text) {
    assertEquals(OptionalLong.empty(), SuccessPolicy.countIndexes(text, 5));
  }
}
