package dev.strake.spec;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a record's fields are in YAML. Looked at once per record, in the order of its components.
 */
record RecordShape(Class<?> type, Constructor<?> constructor, List<FieldShape> fields) {

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return read(type);
        }
      };

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  private static RecordShape read(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      List<FieldShape> fields = Arrays.stream(components).map(FieldShape::of).toList();
      return new RecordShape(type, constructor, fields);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  /** The fields of which exactly one must be written; empty if there is no such rule. */
  List<FieldShape> alternatives() {
    ExactlyOne rule = type.getAnnotation(ExactlyOne.class);
    if (rule == null) {
      return List.of();
    }
    List<String> of = List.of(rule.of());
    return fields.stream().filter(field -> of.isEmpty() || of.contains(field.key())).toList();
  }

  Optional<FieldShape> field(String accessor) {
    return fields.stream().filter(field -> field.accessor().equals(accessor)).findFirst();
  }

  List<String> keys() {
    return fields.stream().map(FieldShape::key).toList();
  }

  Record create(@Nullable Object[] values) {
    try {
      return (Record) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " refused its fields", e);
    }
  }

  /** The type's own text; empty if it has none. */
  static String doc(Class<?> type) {
    Doc doc = type.getAnnotation(Doc.class);
    return doc == null ? "" : doc.value();
  }

  /** What to write as a field's value if it is a reference to a secret. */
  Optional<String> reference(String key) {
    return fields.stream()
        .filter(field -> field.key().equals(key))
        .findFirst()
        .flatMap(field -> Optional.ofNullable(reference(field.type())));
  }

  /** The field that tells the kinds of a sealed section apart. */
  static String chosenBy(Class<?> sealed) {
    ChosenBy chosen = sealed.getAnnotation(ChosenBy.class);
    return chosen == null ? "type" : chosen.value();
  }

  /** What a kind of a sealed section is called in YAML. */
  static String kindName(Class<?> kind) {
    Key key = kind.getAnnotation(Key.class);
    return key == null ? kind.getSimpleName() : key.value();
  }

  /** What to write where a section is a reference to a secret; null if it is none. */
  static @Nullable String reference(Type type) {
    Reference reference =
        type instanceof Class<?> plain ? plain.getAnnotation(Reference.class) : null;
    return reference == null ? null : reference.value();
  }

  /** The arguments of a generic type such as {@code Map<K, V>}. */
  static Type argument(Type generic, int index) {
    return ((ParameterizedType) generic).getActualTypeArguments()[index];
  }
}
