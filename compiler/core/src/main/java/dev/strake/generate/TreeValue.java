package dev.strake.generate;

import org.jspecify.annotations.Nullable;

/** A part of a model that is written in another shape than its components have. */
public interface TreeValue {

  /** Records, maps, lists and scalars to write in its place; null to leave it out. */
  @Nullable Object tree();
}
