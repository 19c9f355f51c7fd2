package dev.strake.generate.loadbalancer;

/**
 * keepalived as a whole.
 *
 * <p>Scripts run as root only if nobody else could have changed them. The check needs nothing that
 * root alone may; but keepalived 2.2.5 to 2.2.7, which Debian 12 has, end themselves in {@code
 * --config-test} when they look at another user's script, and an unproven configuration is the
 * larger danger.
 *
 * <p>The address is announced every minute, not only when it moves: a switch that missed the
 * announcement would send everything to the old host.
 *
 * @param routerId of the host in logs
 * @see <a href="https://github.com/acassen/keepalived/commit/aae8e910">keepalived: don't kill
 *     process when checking validity of scripts</a>
 */
record GlobalDefinitions(String routerId) implements KeepalivedBlock {

  @Override
  public void writeTo(KeepalivedText text) {
    text.open("global_defs");
    text.line("router_id", routerId);
    text.line("enable_script_security");
    text.line("script_user", "root");
    text.line("vrrp_garp_master_refresh", "60");
    text.close();
  }
}
