package dev.strake.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.schema.KubernetesSchemas;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table speaks of kinds that there are, and says each thing once. */
class FixedFieldsTest {

  private static final FixedFields TABLE = FixedFields.load();

  @Test
  void everyKindIsServed() {
    for (FixedField field : TABLE.all()) {
      assertTrue(
          KubernetesSchemas.newest().kinds().stream()
              .anyMatch(
                  kind -> kind.group().equals(field.group()) && kind.kind().equals(field.kind())),
          field.group() + " " + field.kind());
    }
  }

  @Test
  void noPartIsCoveredTwice() {
    Set<String> parts = new HashSet<>();
    for (FixedField field : TABLE.all()) {
      assertTrue(parts.add(field.group() + field.kind() + field.pointer()), field.toString());
      for (FixedField outer : TABLE.all()) {
        boolean inside =
            outer.group().equals(field.group())
                && outer.kind().equals(field.kind())
                && field.pointer().startsWith(outer.pointer() + "/");
        if (inside) {
          String below = field.pointer().substring(outer.pointer().length() + 1);
          assertTrue(outer.but().contains(below.split("/", -1)[0]), field.toString());
        }
      }
    }
  }

  @Test
  void everyRowSaysWhatToDo() {
    assertEquals(
        0, TABLE.all().stream().filter(field -> field.remedy().isBlank()).count(), "no remedy");
    assertTrue(TABLE.serverDefaults().contains("imagePullPolicy"));
  }
}
