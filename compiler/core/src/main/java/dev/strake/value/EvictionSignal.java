package dev.strake.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the kubelet watches to evict pods in time: {@code memory.available}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#eviction-signals">Kubernetes:
 *     eviction signals</a>
 */
public record EvictionSignal(String text) implements Comparable<EvictionSignal> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public EvictionSignal {
    Names.require(text, problem(text));
  }

  public static Parsed<EvictionSignal> parse(String text) {
    return Names.named(text, "an eviction signal", problem(text), EvictionSignal::new);
  }

  private static final List<String> ALL =
      List.of(
          "memory.available",
          "nodefs.available",
          "nodefs.inodesFree",
          "imagefs.available",
          "imagefs.inodesFree",
          "containerfs.available",
          "containerfs.inodesFree",
          "allocatableMemory.available",
          "pid.available");

  private static @Nullable String problem(String text) {
    return ALL.contains(text) ? null : "there are " + String.join(", ", ALL);
  }

  /** Whether it counts inodes or processes instead of bytes. */
  public boolean countsThings() {
    return text.endsWith("inodesFree") || text.startsWith("pid.");
  }

  @Override
  public int compareTo(EvictionSignal other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
