package dev.strake.component;

import dev.strake.value.KubernetesVersion;

/** A part of a component's own validation, for documents that the decoder has passed. */
interface ConfigRule {

  /**
   * Reports what the component refuses.
   *
   * @param release of the component
   */
  void check(Section config, KubernetesVersion release);
}
