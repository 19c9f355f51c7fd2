package dev.strake.cel;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelProtoAbstractSyntaxTree;
import dev.cel.common.values.NullValue;
import dev.cel.expr.CheckedExpr;
import dev.cel.runtime.AccumulatedUnknowns;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type-checked expression. Its program is made when it is evaluated for the first time; safe for
 * use by many threads.
 */
public final class CheckedExpression {

  private static final Pattern PREFIX = Pattern.compile("^evaluation error[^:]*(:\\d+)?: ");

  private final byte[] bytes;
  // A race makes one twice, with the same content.
  private volatile CelRuntime.@Nullable Program program;
  private volatile CelRuntime.@Nullable Program programOfUnknowns;

  private CheckedExpression(byte[] bytes) {
    this.bytes = bytes;
  }

  static CheckedExpression of(CelAbstractSyntaxTree ast) {
    CheckedExpr proto = CelProtoAbstractSyntaxTree.fromCelAst(ast).toCheckedExpr();
    // Positions and the shape of macros serve the checker's messages; a program needs neither.
    CheckedExpr slim = proto.toBuilder().clearSourceInfo().build();
    return new CheckedExpression(slim.toByteArray());
  }

  /**
   * The expression that was kept as bytes.
   *
   * @param bytes from {@link #toBytes()}; looked at on first use, not here
   */
  public static CheckedExpression fromBytes(byte[] bytes) {
    return new CheckedExpression(bytes.clone());
  }

  /** The expression as a {@code cel.expr.CheckedExpr} message. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Whether it reads a variable of the name. */
  public boolean reads(String variable) {
    return ast().getReferenceMap().values().stream()
        .anyMatch(reference -> reference.name().equals(variable));
  }

  /**
   * Never throws for anything that an input can cause.
   *
   * @param bindings whose values are all known
   */
  public CelResult evaluate(CelBindings bindings) {
    try {
      return result(program().eval(name -> find(bindings, name)));
    } catch (CelEvaluationException e) {
      // Planned programs lose on the way what was wrong in the first place.
      return evaluateAsFarAsKnown(bindings);
    }
  }

  /**
   * The same where some values may be {@link CelValue#unknown}. Slower.
   *
   * @return {@link CelResult.Unknown} if the result depends on one of them
   */
  public CelResult evaluateAsFarAsKnown(CelBindings bindings) {
    try {
      return result(programOfUnknowns().eval(name -> find(bindings, name)));
    } catch (CelEvaluationException e) {
      return new CelResult.Failure(reason(e));
    }
  }

  private static Optional<Object> find(CelBindings bindings, String name) {
    return Optional.ofNullable(bindings.find(name)).map(CelValue::raw);
  }

  private static CelResult result(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return new CelResult.Bool(bool);
    }
    if (value instanceof String text) {
      return new CelResult.Text(text);
    }
    if (value instanceof CelUnknownSet || value instanceof AccumulatedUnknowns) {
      return new CelResult.Unknown();
    }
    return new CelResult.Other(CelValue.ofRaw(value == null ? NullValue.NULL_VALUE : value));
  }

  /** A function's own words are under the library's, which only name the function. */
  private static String reason(CelEvaluationException e) {
    Throwable telling = e;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CelFunctionFailure) {
        telling = cause;
      }
    }
    String line = String.valueOf(telling.getMessage()).lines().findFirst().orElse("");
    String bare = PREFIX.matcher(line).replaceFirst("").strip();
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private CelRuntime.Program program() throws CelEvaluationException {
    CelRuntime.Program made = program;
    if (made == null) {
      made = CelSetup.runtime().createProgram(OptionalSelection.replaceIn(ast()));
      program = made;
    }
    return made;
  }

  private CelRuntime.Program programOfUnknowns() throws CelEvaluationException {
    CelRuntime.Program made = programOfUnknowns;
    if (made == null) {
      made = CelSetup.runtimeOfUnknowns().createProgram(ast());
      programOfUnknowns = made;
    }
    return made;
  }

  CelAbstractSyntaxTree ast() {
    try {
      return CelProtoAbstractSyntaxTree.fromCheckedExpr(CheckedExpr.parseFrom(bytes)).getAst();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("not a checked expression", e);
    }
  }
}
