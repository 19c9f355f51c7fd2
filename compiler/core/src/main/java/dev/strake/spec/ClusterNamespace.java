package dev.strake.spec;

import dev.strake.value.DnsLabel;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
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
    @Doc("What each container gets and may ask for.") @Nullable LimitRange limitRange) {

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
}
