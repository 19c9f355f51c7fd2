package dev.strake.spec;

import org.jspecify.annotations.Nullable;

/** What counts where nothing was written. */
final class DefaultSections {

  private final OriginTable origins;

  DefaultSections(OriginTable origins) {
    this.origins = origins;
  }

  /**
   * The value of an absent field.
   *
   * @param around the section that the field is absent from
   */
  @Nullable Object absent(FieldShape field, Place around) {
    if (field.isSectionByDefault()) {
      return section((Class<?>) field.type(), around);
    }
    return field.presence() == FieldShape.Presence.DEFAULT
        ? ScalarBinder.byDefault((Class<?>) field.type(), field.byDefault())
        : field.absent();
  }

  private Record section(Class<?> type, Place around) {
    RecordShape shape = RecordShape.of(type);
    @Nullable Object[] values = new Object[shape.fields().size()];
    for (int i = 0; i < values.length; i++) {
      FieldShape field = shape.fields().get(i);
      if (field.presence() == FieldShape.Presence.REQUIRED) {
        throw new IllegalStateException(type + " needs " + field.key() + ", and has a default");
      }
      values[i] = absent(field, around);
    }
    Record made = shape.create(values);
    origins.rememberAbsent(made, around);
    return made;
  }
}
