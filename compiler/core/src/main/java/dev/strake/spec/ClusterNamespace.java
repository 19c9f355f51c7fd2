package dev.strake.spec;

import dev.strake.value.DnsLabel;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.Quantity;
import dev.strake.value.RbacName;
import dev.strake.value.ResourceName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Doc("A namespace with its guard rails.")
public record ClusterNamespace(
    @Doc("The namespace's name.") DnsLabel name,
    @Doc("Pod Security admission in this namespace.") @Nullable PodSecurity podSecurity,
    @Doc(
            value =
                "Closes the namespace's pods to all traffic but DNS; policies then open what is"
                    + " needed.",
            byDefault = "true")
        @Nullable Boolean defaultDeny,
    @Doc("What all pods of the namespace may use together.") Map<ResourceName, Quantity> quota,
    @Doc("What each container gets and may ask for.") @Nullable LimitRange limitRange,
    @Doc("Who may do what in the namespace.") List<RoleGrant> roleBindings,
    @Doc("Identities of the namespace's pods and of machines outside.")
        List<Account> serviceAccounts) {

  @Doc("Pod Security admission: what becomes of pods that break a level.")
  public record PodSecurity(
      @Doc("Pods that break it are refused.") @Nullable Level enforce,
      @Doc("Pods that break it are noted in the audit log.") @Nullable Level audit,
      @Doc("Whoever creates pods that break it is warned.") @Nullable Level warn) {}

  /** The Pod Security Standards' levels. */
  public enum Level {
    privileged,
    baseline,
    restricted
  }

  @Doc("What each container gets and may ask for.")
  public record LimitRange(
      @Doc("The limits of containers that set none.") @Key("default")
          Map<ResourceName, Quantity> defaults,
      @Doc("The requests of containers that set none.") Map<ResourceName, Quantity> defaultRequest,
      @Doc("The most that a container may ask for.") Map<ResourceName, Quantity> max) {}

  @Doc("Gives a role to somebody, within the namespace.")
  @ExactlyOne(of = {"clusterRole", "role"})
  public record RoleGrant(
      @Doc("Who gets it.") Subject subject,
      @Doc("A role of the cluster, such as edit.") @Nullable RbacName clusterRole,
      @Doc("A role of the namespace.") @Nullable RbacName role) {}

  @Doc("Who gets a role.")
  public record Subject(
      @Doc("A person, a group of them, or a service account.") SubjectKind kind,
      @Doc("The name, as the API server knows it.") RbacName name,
      @Doc("Of a service account; absent: this namespace.") @Nullable DnsLabel namespace) {}

  /** Who can get a role. */
  public enum SubjectKind {
    User,
    Group,
    ServiceAccount
  }

  @Doc("A service account.")
  public record Account(
      @Doc("Its name.") DnsSubdomain name,
      @Doc("The role that it gets in the namespace. Absent: none.") @Nullable RoleRef roleRef,
      @Doc(value = "Pods that use it get its token.", byDefault = "false")
          Boolean automountToken) {}

  @Doc("A role.")
  public record RoleRef(
      @Doc("Of the namespace or of the cluster.") RoleKind kind,
      @Doc("The role's name.") RbacName name) {}

  /** Whose role it is. */
  public enum RoleKind {
    Role,
    ClusterRole
  }
}
