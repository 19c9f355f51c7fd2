package dev.strake.spec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record's component as a field of YAML.
 *
 * @param key its name in YAML
 * @param accessor its name in Java
 * @param doc what it means; empty if nothing is said
 * @param byDefault what counts when it is absent, as it would be written; empty if nothing does
 * @param range what a number is limited to; null if it is not
 * @param notEmpty whether a list must have an item
 */
record FieldShape(
    String key,
    String accessor,
    Type type,
    Presence presence,
    String doc,
    String byDefault,
    @Nullable Range range,
    boolean notEmpty) {

  /** What an absent field means. */
  enum Presence {
    /** A mistake. */
    REQUIRED,
    /** Null. */
    OPTIONAL,
    /** The empty list or map. */
    EMPTY,
    /** What {@link Doc#byDefault()} says. */
    DEFAULT
  }

  static FieldShape of(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    Doc doc = component.getAnnotation(Doc.class);
    String byDefault = doc == null ? "" : doc.byDefault();
    return new FieldShape(
        key == null ? component.getName() : key.value(),
        component.getName(),
        component.getGenericType(),
        presence(component, byDefault),
        doc == null ? "" : doc.value(),
        byDefault,
        component.getAnnotation(Range.class),
        component.isAnnotationPresent(NotEmpty.class));
  }

  private static Presence presence(RecordComponent component, String byDefault) {
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return Presence.OPTIONAL;
    }
    if (isCollection(component.getType())) {
      return component.isAnnotationPresent(NotEmpty.class) ? Presence.REQUIRED : Presence.EMPTY;
    }
    return byDefault.isEmpty() ? Presence.REQUIRED : Presence.DEFAULT;
  }

  /** Whether an absent field is a section of which nothing was written. */
  boolean isSectionByDefault() {
    return presence == Presence.DEFAULT && byDefault.equals("{}");
  }

  /** The value of an absent field that is neither required nor has a default. */
  @Nullable Object absent() {
    if (presence != Presence.EMPTY) {
      return null;
    }
    return ((ParameterizedType) type).getRawType() == List.class ? List.of() : Map.of();
  }

  private static boolean isCollection(Class<?> type) {
    return type == List.class || type == Map.class;
  }
}
