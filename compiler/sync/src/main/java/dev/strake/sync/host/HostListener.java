package dev.strake.sync.host;

/** Is told what happens to hosts, while it happens. By one thread. */
public interface HostListener {

  /**
   * @param what is done to the host now: {@code copying 3 files}
   */
  void began(PlannedHost host, String what);

  /**
   * @param line of what bootstrap.sh says there
   */
  void said(PlannedHost host, String line);

  void ended(HostOutcome outcome);
}
