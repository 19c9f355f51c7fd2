package dev.strake.generate;

import dev.strake.source.SourceFile;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.yaml.NodePath;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;

/** Origins whose files are named after the field: {@code ClusterNetwork.pods}. */
final class NamedOrigins implements Origins {

  @Override
  public Origin of(Record section) {
    return named(section.getClass().getSimpleName());
  }

  @Override
  public <R extends Record> Origin of(R section, Field<R, ?> field) {
    return named(name(section, field));
  }

  @Override
  public <R extends Record> Origin of(R section, Field<R, ? extends List<?>> field, int index) {
    return named(name(section, field) + "[" + index + "]");
  }

  @Override
  public <R extends Record> Origin ofEntry(
      R section, Field<R, ? extends Map<?, ?>> field, Object key) {
    return named(name(section, field) + "[" + key + "]");
  }

  @Override
  public <R extends Record> Origin ofKey(
      R section, Field<R, ? extends Map<?, ?>> field, Object key) {
    return ofEntry(section, field, key);
  }

  @Override
  public <R extends Record> R derive(R made, Record child, Record parent) {
    return made;
  }

  @Override
  public <R extends Record> R caused(R made, Record cause) {
    return made;
  }

  private static Origin named(String name) {
    return new Origin(SourceFile.of(name, "").beginning(), NodePath.ROOT);
  }

  private static String name(Record section, Serializable field) {
    try {
      Method replace = field.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      SerializedLambda lambda = (SerializedLambda) replace.invoke(field);
      return section.getClass().getSimpleName() + "." + lambda.getImplMethodName();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
