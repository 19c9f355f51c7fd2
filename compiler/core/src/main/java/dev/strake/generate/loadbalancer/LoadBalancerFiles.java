package dev.strake.generate.loadbalancer;

import dev.strake.value.AbsolutePath;

/**
 * Where a load balancer host has what, on Debian's and on Red Hat's families alike. Of the files in
 * the output, {@link #HAPROXY}, {@link #KEEPALIVED} and {@link #CHECK} are beside bootstrap.sh; all
 * others are below {@code files/} under the path that they have on the host. All belong to root;
 * their modes are the artifacts'.
 *
 * <p>The packages are haproxy 2.4 and keepalived 2.2.4, or newer. Where SELinux enforces, HAProxy
 * may connect to port 6443 and listen there only with the boolean {@code haproxy_connect_any}.
 *
 * <p>Before HAProxy is started or reloaded, {@code haproxy -c -q -f} {@link #HAPROXY} must have
 * accepted its configuration, and {@code keepalived --config-test} {@link #KEEPALIVED}: both refuse
 * files that do not fit the host, and a running process goes on with its old configuration. A
 * reload keeps all connections; a restart of keepalived moves the virtual address.
 *
 * @see <a
 *     href="https://github.com/fedora-selinux/selinux-policy/blob/rawhide/policy/modules/contrib/rhcs.te">haproxy_connect_any</a>
 */
public final class LoadBalancerFiles {

  /** haproxy.cfg, where both families' units look for it. */
  public static final AbsolutePath HAPROXY = new AbsolutePath("/etc/haproxy/haproxy.cfg");

  /**
   * The cluster's authority, for health checks. There if {@code healthCheck.verify} is {@code
   * ClusterCA} and the spec names the certificate; HAProxy does not start without it then.
   */
  public static final AbsolutePath CLUSTER_CA = new AbsolutePath("/etc/haproxy/kubernetes-ca.crt");

  /** Restarts HAProxy whenever it ends, which Red Hat's unit does not. */
  public static final AbsolutePath HAPROXY_UNIT =
      new AbsolutePath("/etc/systemd/system/haproxy.service.d/strake.conf");

  /** keepalived.conf, where both families' units look for it. */
  public static final AbsolutePath KEEPALIVED = new AbsolutePath("/etc/keepalived/keepalived.conf");

  /**
   * The password of VRRP: never in the output. Where the spec has an {@code authPassRef} and the
   * virtual address is IPv4, bootstrap writes it on the host with mode 0600, as {@code
   * vrrp_authentication} of the shell library of that name prints it from the secret's file.
   * keepalived refuses to start without it then.
   */
  public static final AbsolutePath VRRP_AUTHENTICATION =
      new AbsolutePath("/etc/keepalived/authentication.conf");

  /**
   * check-apiserver.sh. SELinux lets keepalived run scripts of this folder only; root must own it
   * and its parents, or keepalived refuses the script.
   *
   * @see <a
   *     href="https://github.com/fedora-selinux/selinux-policy/blob/rawhide/policy/modules/contrib/keepalived.fc">keepalived.fc</a>
   */
  public static final AbsolutePath CHECK =
      new AbsolutePath("/usr/libexec/keepalived/check-apiserver.sh");

  /** Restarts keepalived whenever it ends: it takes away a virtual address that it left behind. */
  public static final AbsolutePath KEEPALIVED_UNIT =
      new AbsolutePath("/etc/systemd/system/keepalived.service.d/strake.conf");

  private LoadBalancerFiles() {}
}
