package dev.strake.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LosslessMovesTest {

  @Test
  void everyMoveLeadsToWhatTookItsPlace() {
    int moves = 0;
    for (Lifecycle.Entry entry : Lifecycle.known().entries()) {
      Optional<String> to = LosslessMoves.of(entry.apiVersion(), entry.kind());
      if (to.isPresent()) {
        assertEquals(to.get() + " " + entry.kind(), entry.replacement());
        moves++;
      }
    }
    assertEquals(18, moves);
  }

  /** Where a version of Kubernetes serves both, their fields can be compared. */
  @Test
  void bothVersionsHaveTheSameFields() {
    int compared = 0;
    for (String version : KubernetesSchemas.versions()) {
      KubernetesSchemas schemas = KubernetesSchemas.forVersion(version).orElseThrow();
      for (Lifecycle.Entry entry : Lifecycle.known().entries()) {
        Optional<KindSchema> from = schemas.find(entry.apiVersion(), entry.kind());
        Optional<KindSchema> to =
            LosslessMoves.of(entry.apiVersion(), entry.kind())
                .flatMap(move -> schemas.find(move, entry.kind()));
        if (from.isPresent() && to.isPresent()) {
          assertEquals(
              fields(to.get().type(), ""), fields(from.get().type(), ""), entry.toString());
          compared++;
        }
      }
    }
    assertTrue(compared >= 3, "compared: " + compared);
  }

  /** All that a type holds, a line a field; what types are called does not matter. */
  private static String fields(SchemaType type, String indent) {
    if (type instanceof ListType list) {
      return "list of " + fields(list.element(), indent);
    }
    if (type instanceof MapType map) {
      return "map of " + fields(map.element(), indent);
    }
    if (!(type instanceof ObjectType object) || indent.length() > 12) {
      return type.description();
    }
    StringBuilder text = new StringBuilder();
    for (FieldSchema field : object.allFields()) {
      text.append('\n').append(indent).append(field.name()).append(' ').append(field.required());
      text.append(field.values()).append(field.keys()).append(field.defaultValue()).append(' ');
      text.append(fields(field.type(), indent + " "));
    }
    return text.toString();
  }

  @Test
  void aTableThatIsBrokenIsRefused() {
    String titles = "from\tkind\tto\n";
    assertThrows(IllegalStateException.class, () -> LosslessMoves.parse("kind\n"));
    assertThrows(IllegalStateException.class, () -> LosslessMoves.parse(titles + "a\tb\n"));
    assertThrows(
        IllegalStateException.class, () -> LosslessMoves.parse(titles + "a\tb\tc\na\tb\td\n"));
  }
}
