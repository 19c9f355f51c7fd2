package dev.strake.sync.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.sync.object.ObjectIdentity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetHealthTest {

  private static SetHealth set(String words) {
    Map<ObjectIdentity, Health> objects = new HashMap<>();
    Arrays.stream(words.split(" "))
        .filter(word -> !word.isEmpty())
        .forEach(
            word ->
                objects.put(
                    new ObjectIdentity("", "ConfigMap", "shop", "c" + objects.size()),
                    new Health(HealthStatus.valueOf(word), "", "")));
    return new SetHealth(objects);
  }

  @ParameterizedTest
  @CsvSource({
    "'', Current",
    "CURRENT CURRENT, Current",
    "CURRENT IN_PROGRESS, InProgress",
    "CURRENT NOT_FOUND, InProgress",
    "CURRENT TERMINATING, InProgress",
    "CURRENT UNKNOWN IN_PROGRESS, Unknown",
    "UNKNOWN FAILED CURRENT, Failed",
  })
  void theWorstThatIsKnownCounts(String words, String status) {
    assertEquals(status, set(words).status().toString());
  }

  @Test
  void objectsAreCountedByWhatTheyDo() {
    SetHealth set = set("CURRENT FAILED CURRENT");
    assertEquals(Map.of(HealthStatus.CURRENT, 2, HealthStatus.FAILED, 1), set.counts());
    assertEquals(
        List.of(new ObjectIdentity("", "ConfigMap", "shop", "c1")), set.with(HealthStatus.FAILED));
  }
}
