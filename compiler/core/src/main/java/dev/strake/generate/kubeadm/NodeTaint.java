package dev.strake.generate.kubeadm;

import dev.strake.spec.Taint;
import org.jspecify.annotations.Nullable;

/** A taint as the core API has it. */
record NodeTaint(String key, @Nullable String value, String effect) {

  static NodeTaint of(Taint taint) {
    String value = taint.value() == null ? null : taint.value().toString();
    return new NodeTaint(taint.key().toString(), value, taint.effect().name());
  }
}
