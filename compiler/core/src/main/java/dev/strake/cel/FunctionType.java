package dev.strake.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type of a library's functions.
 *
 * @param declared what the type checker makes of it
 * @param values what its values are when an expression is evaluated
 */
record FunctionType<T>(CelType declared, Class<T> values) {

  static final FunctionType<String> STRING = new FunctionType<>(SimpleType.STRING, String.class);
  static final FunctionType<Boolean> BOOL = new FunctionType<>(SimpleType.BOOL, Boolean.class);
  static final FunctionType<Long> INT = new FunctionType<>(SimpleType.INT, Long.class);
  static final FunctionType<Double> DOUBLE = new FunctionType<>(SimpleType.DOUBLE, Double.class);
  static final FunctionType<Object> ANY = new FunctionType<>(SimpleType.DYN, Object.class);

  /** The type that the items of a list have, whatever it is. */
  static final FunctionType<Object> ITEM =
      new FunctionType<>(TypeParamType.create("T"), Object.class);

  /** A type of a library's own. */
  static <T> FunctionType<T> opaque(String name, Class<T> values) {
    return new FunctionType<>(OpaqueType.create(name), values);
  }

  @SuppressWarnings("rawtypes")
  static FunctionType<List> listOf(FunctionType<?> item) {
    return new FunctionType<>(ListType.create(item.declared), List.class);
  }

  @SuppressWarnings("rawtypes")
  static FunctionType<Map> mapOf(FunctionType<?> key, FunctionType<?> value) {
    return new FunctionType<>(MapType.create(key.declared, value.declared), Map.class);
  }

  @SuppressWarnings("rawtypes")
  static FunctionType<Optional> optional(FunctionType<?> content) {
    return new FunctionType<>(OptionalType.create(content.declared), Optional.class);
  }
}
