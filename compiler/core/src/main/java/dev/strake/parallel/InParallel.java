package dev.strake.parallel;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Work on many things that do not depend on each other, on all of the machine's cores. */
public final class InParallel {

  /** Below this, waking threads up costs more than they save. */
  private static final int FEW = 32;

  private InParallel() {}

  /**
   * The results in the order of the things.
   *
   * @param work called from several threads at once
   */
  public static <T, R> List<R> map(List<T> things, Function<T, R> work) {
    Stream<T> all = things.size() < FEW ? things.stream() : things.parallelStream();
    return all.map(work).toList();
  }
}
