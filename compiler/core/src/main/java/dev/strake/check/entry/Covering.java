package dev.strake.check.entry;

import dev.strake.spec.ClusterNamespace.Account;
import dev.strake.spec.ClusterNamespace.RoleGrant;
import dev.strake.spec.ClusterNamespace.RoleKind;
import dev.strake.spec.ClusterNamespace.RoleRef;
import dev.strake.spec.ClusterNamespace.Subject;
import dev.strake.spec.ClusterNamespace.SubjectKind;
import dev.strake.spec.Policies.ExceptedObject;
import dev.strake.spec.Policies.External;
import dev.strake.spec.Policies.PolicyException;
import dev.strake.value.DnsLabel;
import dev.strake.value.IsoDate;
import dev.strake.value.RbacName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether one entry of a list says all that another one says. */
final class Covering {

  private Covering() {}

  /** A role that a service account asks for itself, as a grant. */
  static RoleGrant grant(Account account, RoleRef role) {
    RbacName name = new RbacName(account.name().toString());
    boolean ofCluster = role.kind() == RoleKind.ClusterRole;
    return new RoleGrant(
        new Subject(SubjectKind.ServiceAccount, name, null),
        ofCluster ? role.name() : null,
        ofCluster ? null : role.name());
  }

  /**
   * @param here the namespace of service accounts for which none is written
   */
  static boolean isSameGrant(RoleGrant one, RoleGrant other, DnsLabel here) {
    return Objects.equals(one.clusterRole(), other.clusterRole())
        && Objects.equals(one.role(), other.role())
        && completed(one.subject(), here).equals(completed(other.subject(), here));
  }

  /** Only service accounts have a namespace. */
  private static Subject completed(Subject subject, DnsLabel here) {
    DnsLabel home = subject.namespace() == null ? here : subject.namespace();
    boolean account = subject.kind() == SubjectKind.ServiceAccount;
    return new Subject(subject.kind(), subject.name(), account ? home : null);
  }

  static boolean covers(External one, External other) {
    return isAnyOr(one.apiVersion(), other.apiVersion())
        && one.kind().equals(other.kind())
        && Objects.equals(one.namespace(), other.namespace())
        && one.name().equals(other.name());
  }

  /** Whatever the reasons are. The one that ends earlier covers the other only until then. */
  static boolean covers(PolicyException one, PolicyException other) {
    return one.policy().equals(other.policy())
        && covers(one.object(), other.object())
        && endsNotBefore(one.until(), other.until());
  }

  private static boolean covers(ExceptedObject one, ExceptedObject other) {
    return isAnyOr(one.apiVersion(), other.apiVersion())
        && one.kind().equals(other.kind())
        && Objects.equals(one.namespace(), other.namespace())
        && Objects.equals(one.name(), other.name())
        && isAnyOr(one.container(), other.container());
  }

  private static boolean endsNotBefore(@Nullable IsoDate one, @Nullable IsoDate other) {
    return one == null || (other != null && one.compareTo(other) >= 0);
  }

  /** What is absent means all. */
  private static <T> boolean isAnyOr(@Nullable T wanted, @Nullable T other) {
    return wanted == null || wanted.equals(other);
  }
}
