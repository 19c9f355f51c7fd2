package dev.strake.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One overload of a library's function: what the type checker must know and what runs. The ids are
 * those of the API server's libraries.
 *
 * @param name {@code ip.isCanonical}, {@code family}
 */
record CelFunction(String name, CelOverloadDecl overload, CelFunctionBinding binding) {

  /** A function without arguments: {@code name()}. */
  static CelFunction global(
      String name, String id, FunctionType<?> result, CelFunctionOverload body) {
    return new CelFunction(
        name, declare(true, id, result), CelFunctionBinding.from(id, List.of(), body));
  }

  /** {@code name(a)}. */
  static <A> CelFunction global(
      String name,
      String id,
      FunctionType<A> a,
      FunctionType<?> result,
      CelFunctionOverload.Unary<A> body) {
    return unary(name, declare(true, id, result, a), a, body);
  }

  /** {@code name(a, b)}. */
  static <A, B> CelFunction global(
      String name,
      String id,
      FunctionType<A> a,
      FunctionType<B> b,
      FunctionType<?> result,
      CelFunctionOverload.Binary<A, B> body) {
    return binary(name, declare(true, id, result, a, b), a, b, body);
  }

  /** {@code receiver.name()}. */
  static <A> CelFunction member(
      String name,
      String id,
      FunctionType<A> receiver,
      FunctionType<?> result,
      CelFunctionOverload.Unary<A> body) {
    return unary(name, declare(false, id, result, receiver), receiver, body);
  }

  /** {@code receiver.name(b)}. */
  static <A, B> CelFunction member(
      String name,
      String id,
      FunctionType<A> receiver,
      FunctionType<B> b,
      FunctionType<?> result,
      CelFunctionOverload.Binary<A, B> body) {
    return binary(name, declare(false, id, result, receiver, b), receiver, b, body);
  }

  /** {@code receiver.name(b, c)}. */
  static CelFunction member(
      String name,
      String id,
      List<FunctionType<?>> receiverAndArguments,
      FunctionType<?> result,
      CelFunctionOverload body) {
    FunctionType<?>[] types = receiverAndArguments.toArray(FunctionType<?>[]::new);
    List<Class<?>> values = Stream.of(types).<Class<?>>map(FunctionType::values).toList();
    return new CelFunction(
        name, declare(false, id, result, types), CelFunctionBinding.from(id, values, body));
  }

  CelFunctionDecl declaration() {
    return CelFunctionDecl.newFunctionDeclaration(name, overload);
  }

  private static <A> CelFunction unary(
      String name, CelOverloadDecl overload, FunctionType<A> a, CelFunctionOverload.Unary<A> body) {
    return new CelFunction(
        name, overload, CelFunctionBinding.from(overload.overloadId(), a.values(), body));
  }

  private static <A, B> CelFunction binary(
      String name,
      CelOverloadDecl overload,
      FunctionType<A> a,
      FunctionType<B> b,
      CelFunctionOverload.Binary<A, B> body) {
    return new CelFunction(
        name,
        overload,
        CelFunctionBinding.from(overload.overloadId(), a.values(), b.values(), body));
  }

  private static CelOverloadDecl declare(
      boolean global, String id, FunctionType<?> result, FunctionType<?>... parameters) {
    List<dev.cel.common.types.CelType> types =
        Arrays.stream(parameters).map(FunctionType::declared).toList();
    return global
        ? CelOverloadDecl.newGlobalOverload(id, result.declared(), types)
        : CelOverloadDecl.newMemberOverload(id, result.declared(), types);
  }
}
