package dev.strake.sync.webhook;

import java.util.function.Function;

/** Whether a request comes from the host that it says it comes from. */
sealed interface Proof {

  /**
   * It does.
   *
   * @param delivery what tells this delivery from others, from what the host has signed: a header
   *     that it has not could be changed by whoever repeats the request
   */
  record Authentic(String delivery) implements Proof {
    @Override
    public <T> T match(Function<String, T> authentic, Function<String, T> refused) {
      return authentic.apply(delivery);
    }
  }

  /**
   * It does not, or nobody can tell.
   *
   * @param why for a log; names no secret and quotes nothing of the request
   */
  record Refused(String why) implements Proof {
    @Override
    public <T> T match(Function<String, T> authentic, Function<String, T> refused) {
      return refused.apply(why);
    }
  }

  <T> T match(Function<String, T> authentic, Function<String, T> refused);
}
