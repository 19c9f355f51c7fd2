package dev.strake.spec;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns nodes into what their fields' types ask for. Null where something had to be dropped. */
final class NodeBinder {

  private final OriginTable origins;
  private final DiagnosticSink sink;
  private final ScalarBinder scalars;
  private final SectionBinder sections;
  private final DefaultSections defaults;
  private final boolean inReference;

  NodeBinder(OriginTable origins, DiagnosticSink sink) {
    this(origins, sink, false);
  }

  private NodeBinder(OriginTable origins, DiagnosticSink sink, boolean inReference) {
    this.origins = origins;
    this.sink = sink;
    this.scalars = new ScalarBinder(sink);
    this.sections = new SectionBinder(sink);
    this.defaults = new DefaultSections(origins);
    this.inReference = inReference;
  }

  static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.isNull();
  }

  private @Nullable Object bind(Type type, Place place, @Nullable Range range) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class ? list(generic, place) : map(generic, place);
    }
    Class<?> plain = (Class<?>) type;
    if (ScalarBinder.reads(plain)) {
      return inReference ? discreet(plain, place) : scalars.bind(plain, place, range);
    }
    if (plain == PolicyParameters.class) {
      return freeForm(place);
    }
    String reference = RecordShape.reference(plain);
    return reference == null ? section(plain, place) : reference(plain, place, reference);
  }

  private @Nullable Object section(Class<?> type, Place place) {
    return type.isRecord() ? record(type, place, List.of()) : choice(type, place);
  }

  private @Nullable Object reference(Class<?> type, Place place, String reference) {
    if (!(place.node() instanceof YamlMapping)) {
      sink.report(SecretLiterals.insteadOf(place, reference));
      return null;
    }
    return new NodeBinder(origins, sink, true).section(type, place);
  }

  /** A scalar that may be a secret in the wrong place: its text is in no message. */
  private @Nullable Object discreet(Class<?> type, Place place) {
    List<Diagnostic> found = new ArrayList<>();
    Object value = new ScalarBinder(found::add).bind(type, place, null);
    if (value == null) {
      sink.report(SecretLiterals.inside(place, ScalarBinder.noun(type)));
    }
    return value;
  }

  /** What only a policy understands. */
  private @Nullable Object freeForm(Place place) {
    return isMapping(place)
        ? remember(new PolicyParameters((YamlMapping) place.node()), place)
        : null;
  }

  /**
   * Binds a section.
   *
   * @param beside keys that it may have and that are no fields of the record
   */
  @Nullable Record record(Class<?> type, Place place, List<String> beside) {
    if (!isMapping(place)) {
      return null;
    }
    RecordShape shape = RecordShape.of(type);
    boolean whole = sections.check(place, shape, beside);
    if (!shape.alternatives().isEmpty()) {
      whole &= sections.checkExactlyOne(place, shape);
    }
    @Nullable Object[] values = new Object[shape.fields().size()];
    for (int i = 0; i < values.length; i++) {
      FieldShape field = shape.fields().get(i);
      if (SectionBinder.isWritten(place, field)) {
        values[i] = field(field, Objects.requireNonNull(place.child(field.key())));
        whole &= values[i] != null;
      } else {
        values[i] = defaults.absent(field, place);
      }
    }
    return whole ? remember(shape.create(values), place) : null;
  }

  private @Nullable Object field(FieldShape field, Place place) {
    Object value = bind(field.type(), place, field.range());
    boolean empty = value instanceof List<?> list && list.isEmpty();
    if (!empty || !field.notEmpty()) {
      return value;
    }
    sink.report(
        place
            .findingAtKey(ScalarBinder.INVALID_VALUE, place.name() + " needs at least one item")
            .withHelp(field.doc()));
    return null;
  }

  private Record remember(Record section, Place place) {
    origins.remember(section, place);
    return section;
  }

  private boolean isMapping(Place place) {
    if (place.node() instanceof YamlMapping) {
      return true;
    }
    ScalarBinder.report(sink, place, "a mapping", null);
    return false;
  }

  /** A sealed section: its {@code type} names the record. */
  private @Nullable Object choice(Class<?> sealed, Place place) {
    if (!isMapping(place)) {
      return null;
    }
    List<Class<?>> kinds = Arrays.asList(sealed.getPermittedSubclasses());
    List<String> names = kinds.stream().map(RecordShape::kindName).toList();
    String chosenBy = RecordShape.chosenBy(sealed);
    int at = chosen(place, chosenBy, names);
    return at < 0 ? null : record(kinds.get(at), place, List.of(chosenBy));
  }

  /** Which of some names the field of a sealed section says; negative where it reports. */
  private int chosen(Place place, String chosenBy, List<String> names) {
    String all = "one of " + String.join(", ", names);
    Place type = place.child(chosenBy);
    if (type == null) {
      sink.report(SectionBinder.missing(place, chosenBy, all));
      return -1;
    }
    if (!(type.node() instanceof YamlScalar scalar)) {
      ScalarBinder.report(sink, type, all, null);
      return -1;
    }
    int at = names.indexOf(scalar.text());
    if (at < 0) {
      sink.report(
          inReference
              ? SecretLiterals.inside(type, all)
              : ScalarBinder.unknownChoice(type, scalar, names));
    }
    return at;
  }

  private @Nullable Object list(ParameterizedType type, Place place) {
    if (!(place.node() instanceof YamlSequence list)) {
      ScalarBinder.report(sink, place, "a list", null);
      return null;
    }
    Type element = RecordShape.argument(type, 0);
    List<Object> values = new ArrayList<>();
    boolean whole = true;
    for (int i = 0; i < list.items().size(); i++) {
      Object value = bind(element, place.item(list, i), null);
      whole &= value != null;
      if (value != null) {
        values.add(value);
      }
    }
    return whole ? Collections.unmodifiableList(values) : null;
  }

  private @Nullable Object map(ParameterizedType type, Place place) {
    if (!(place.node() instanceof YamlMapping mapping)) {
      ScalarBinder.report(sink, place, "a mapping", null);
      return null;
    }
    Class<?> keyType = (Class<?>) RecordShape.argument(type, 0);
    Map<Object, Object> values = new LinkedHashMap<>();
    boolean whole = true;
    for (YamlEntry entry : mapping.entries()) {
      Place value = place.at(entry);
      Object boundKey = scalars.key(keyType, place, value, entry.name());
      Object boundValue = bind(RecordShape.argument(type, 1), value, null);
      whole &= boundKey != null && boundValue != null;
      if (boundKey != null && boundValue != null) {
        values.put(boundKey, boundValue);
      }
    }
    return whole ? Collections.unmodifiableMap(values) : null;
  }
}
