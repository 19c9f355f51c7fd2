package dev.strake.cel;

import dev.cel.common.types.SimpleType;

/** What an expression gives, so that another expression can read it by a name. */
public final class ResultType {

  /** Of an expression that did not compile. */
  public static final ResultType UNKNOWN = new ResultType(SimpleType.DYN);

  private final dev.cel.common.types.CelType type;

  ResultType(dev.cel.common.types.CelType type) {
    this.type = type;
  }

  dev.cel.common.types.CelType declared() {
    return type;
  }

  /**
   * Whether a result serves where something is wanted.
   *
   * @param takesDynamic whether it is enough that it may serve, once it is evaluated
   */
  boolean is(CelType wanted, boolean takesDynamic) {
    return wanted == CelType.ANY
        || type.equals(wanted.type())
        || (takesDynamic && type.equals(SimpleType.DYN));
  }

  /** As CEL names it: {@code bool}, {@code list}, {@code dyn}. */
  @Override
  public String toString() {
    return type.name();
  }
}
