package dev.strake.sync.standin;

import java.util.HashMap;
import java.util.Map;

/** A server lists a kind that was just defined in its discovery a moment later. */
final class LateKinds {

  private final Map<String, Integer> left = new HashMap<>();

  /** Hides a group from the next few questions for its kinds. */
  synchronized void hide(String group, int questions) {
    left.put(group, questions);
  }

  synchronized boolean isHidden(String group) {
    int questions = left.getOrDefault(group, 0);
    left.put(group, Math.max(0, questions - 1));
    return questions > 0;
  }
}
