package dev.strake.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The types of all objects inside of one. */
final class SchemaTypes implements CelTypeProvider {

  private final ImmutableMap<String, CelType> byName;

  SchemaTypes(SchemaType root) {
    Map<String, CelType> found = new LinkedHashMap<>();
    collect(root, found);
    this.byName = ImmutableMap.copyOf(found);
  }

  private static void collect(SchemaType type, Map<String, CelType> found) {
    if (type.declared() instanceof StructType struct) {
      found.put(struct.name(), struct);
    }
    type.fields().values().forEach(field -> collect(field, found));
    SchemaType element = type.element();
    if (element != null) {
      collect(element, found);
    }
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return byName.values();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
