package dev.strake.spec;

import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Places by the identity of the sections that were made from them. */
final class OriginTable implements Origins {

  /**
   * @param section stands for the whole
   * @param writers whose fields count, the first that writes one first; none for what nobody wrote
   */
  private record Known(Place section, List<Place> writers) {}

  private final IdentityHashMap<Record, Known> known = new IdentityHashMap<>();

  void remember(Record section, Place place) {
    known.put(section, new Known(place, List.of(place)));
  }

  /** A section of which nothing was written: it and its fields point at the section around it. */
  void rememberAbsent(Record section, Place around) {
    known.put(section, new Known(around, List.of()));
  }

  @Override
  public Origin of(Record section) {
    return find(section).section.origin();
  }

  @Override
  public <R extends Record> Origin of(R section, Field<R, ?> field) {
    Place value = value(section, field);
    return value == null ? of(section) : value.origin();
  }

  @Override
  public <R extends Record> Origin of(R section, Field<R, ? extends List<?>> field, int index) {
    Place value = value(section, field);
    if (value == null) {
      return of(section);
    }
    return value.node() instanceof YamlSequence list && index < list.items().size()
        ? value.item(list, index).origin()
        : value.origin();
  }

  @Override
  public <R extends Record> Origin ofEntry(
      R section, Field<R, ? extends Map<?, ?>> field, Object key) {
    Place entry = entry(section, field, key);
    return entry == null ? of(section, field) : entry.origin();
  }

  @Override
  public <R extends Record> Origin ofKey(
      R section, Field<R, ? extends Map<?, ?>> field, Object key) {
    Place entry = entry(section, field, key);
    return entry == null ? of(section, field) : new Origin(entry.keyRange(), entry.path());
  }

  private <R extends Record> @Nullable Place entry(
      R section, Field<R, ? extends Map<?, ?>> field, Object key) {
    String name = yamlKey(section, field);
    for (Place place : find(section).writers) {
      Place map = place.child(name);
      Place entry = map == null ? null : map.child(key.toString());
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  @Override
  public <R extends Record> R derive(R made, Record child, Record parent) {
    Known ofChild = find(child);
    List<Place> writers = new ArrayList<>(ofChild.writers);
    writers.addAll(find(parent).writers);
    known.put(made, new Known(ofChild.section, List.copyOf(writers)));
    return made;
  }

  @Override
  public <R extends Record> R caused(R made, Record cause) {
    known.put(made, new Known(find(cause).section, List.of()));
    return made;
  }

  private <R extends Record> @Nullable Place value(R section, Field<R, ?> field) {
    String name = yamlKey(section, field);
    for (Place place : find(section).writers) {
      Place value = place.child(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private Known find(Record section) {
    Known found = known.get(section);
    if (found == null) {
      throw new IllegalArgumentException(
          "a " + section.getClass().getSimpleName() + " that nobody wrote; derive it");
    }
    return found;
  }

  private static String yamlKey(Record section, Field<?, ?> field) {
    String accessor = FieldNames.of(field);
    return RecordShape.of(section.getClass())
        .field(accessor)
        .map(FieldShape::key)
        .orElseThrow(() -> new IllegalArgumentException(accessor + " is no field of " + section));
  }
}
