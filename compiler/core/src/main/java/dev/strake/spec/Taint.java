package dev.strake.spec;

import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import org.jspecify.annotations.Nullable;

@Doc("Keeps pods away that do not tolerate it.")
public record Taint(
    @Doc("The taint's key.") LabelKey key,
    @Doc("The taint's value.") @Nullable LabelValue value,
    @Doc("What happens to pods that do not tolerate it.") Effect effect) {

  /** Whether it keeps pods away that do not tolerate it, instead of only moving them elsewhere. */
  public boolean repels() {
    return effect != Effect.PreferNoSchedule;
  }

  /** As messages name it: {@code dedicated=storage:NoSchedule}. */
  @Override
  public String toString() {
    return key + (value == null || value.toString().isEmpty() ? "" : "=" + value) + ":" + effect;
  }

  /** What happens to pods that do not tolerate the taint. */
  public enum Effect {
    NoSchedule,
    PreferNoSchedule,
    NoExecute
  }
}
