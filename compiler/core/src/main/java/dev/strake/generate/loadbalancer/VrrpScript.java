package dev.strake.generate.loadbalancer;

import dev.strake.spec.LoadBalancer.HealthCheck;
import java.time.Duration;

/**
 * How keepalived finds out whether a host can serve.
 *
 * <p>A check that fails lowers the priority, it does not take the host out: when all API servers
 * are down, or when there are none yet, all hosts are lowered alike, and the address stays where it
 * is instead of nowhere. A host that starts counts as failed until its check has said otherwise, so
 * that it does not take the address before its HAProxy works.
 *
 * @param file on the host
 * @param intervalSeconds between two runs; keepalived 2.2 reads whole seconds
 * @param timeoutSeconds after which a run is ended and has failed
 * @param rise good runs in a row before the host counts as well
 * @param fall bad runs in a row before it does not
 * @param weight what is added to the priority: if negative, of a host that is not well; if
 *     positive, of one that is. Never 0, by which keepalived means to take the host out
 */
record VrrpScript(
    String file, int intervalSeconds, int timeoutSeconds, int rise, int fall, int weight)
    implements KeepalivedBlock {

  static final String NAME = "check_apiserver";

  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  static VrrpScript of(HealthCheck check, int weight) {
    long seconds = Math.floorDiv(check.interval().nanos() + NANOS - 1, NANOS);
    int interval = Math.toIntExact(Math.max(1, seconds));
    return new VrrpScript(
        LoadBalancerFiles.CHECK.text(),
        interval,
        Math.max(1, interval - 1),
        check.rise(),
        check.fall(),
        weight);
  }

  @Override
  public void writeTo(KeepalivedText text) {
    text.open("vrrp_script", NAME);
    text.line("script", file);
    text.line("interval", Integer.toString(intervalSeconds));
    text.line("timeout", Integer.toString(timeoutSeconds));
    text.line("rise", Integer.toString(rise));
    text.line("fall", Integer.toString(fall));
    text.line("weight", Integer.toString(weight));
    text.line("init_fail");
    text.close();
  }
}
