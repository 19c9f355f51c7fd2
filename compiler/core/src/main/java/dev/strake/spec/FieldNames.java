package dev.strake.spec;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;

/** Which accessor a method reference is. Each reference in the source has a class of its own. */
final class FieldNames {

  private static final ClassValue<NameOnce> NAMES =
      new ClassValue<>() {
        @Override
        protected NameOnce computeValue(Class<?> type) {
          return new NameOnce();
        }
      };

  private FieldNames() {}

  /**
   * @throws IllegalArgumentException if it is a lambda with a body
   */
  static String of(Origins.Field<?, ?> field) {
    return NAMES.get(field.getClass()).of(field);
  }

  private static final class NameOnce {
    private volatile String name = "";

    String of(Origins.Field<?, ?> field) {
      if (name.isEmpty()) {
        name = accessor(field);
      }
      return name;
    }
  }

  private static String accessor(Origins.Field<?, ?> field) {
    try {
      Method writeReplace = field.getClass().getDeclaredMethod("writeReplace");
      writeReplace.setAccessible(true);
      String method = ((SerializedLambda) writeReplace.invoke(field)).getImplMethodName();
      if (method.startsWith("lambda$")) {
        throw new IllegalArgumentException("not a method reference");
      }
      return method;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("not a method reference", e);
    }
  }
}
