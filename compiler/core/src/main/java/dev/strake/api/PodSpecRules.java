package dev.strake.api;

import java.util.List;

/**
 * The spec of a pod or of a pod template.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePodSpec
 *     in validation.go</a>
 */
final class PodSpecRules {

  private static final long MOST_SECONDS = Integer.MAX_VALUE;
  private static final int LONGEST_HOST_NAME = 64;
  private static final String WITHOUT_HOST_USERS = "when hostUsers is false";

  private PodSpecRules() {}

  static void check(PodScope pod) {
    Cursor spec = pod.spec();
    VolumeRules.check(pod);
    if (pod.context().isSince(34)) {
      ResourceClaimRules.check(pod);
    }
    ContainerLists.check(pod);
    PodResources.check(pod);
    checkChoices(spec);
    checkNames(spec);
    checkHostName(pod);
    if (pod.context().isSince(33)) {
      checkHostUsers(pod);
    }
    Labels.check(spec.field("nodeSelector"));
    PodSecurity.check(pod);
    AffinityRules.check(pod);
    DnsRules.check(spec, pod.context());
    checkGates(spec);
    TopologySpread.check(pod);
    Tolerations.check(spec.field("tolerations"));
    checkHostAliases(spec.field("hostAliases"), pod.context());
    Check.range(spec.field("activeDeadlineSeconds"), 1, MOST_SECONDS);
    ResourceRules.checkLimits(spec.field("overhead"));
    OsRules.check(spec);
  }

  /** validateRestartPolicy, validateDNSPolicy, ValidatePreemptionPolicy. */
  private static void checkChoices(Cursor spec) {
    Check.oneOfOrEmpty(spec.field("restartPolicy"), List.of("Always", "OnFailure", "Never"));
    Check.oneOfOrEmpty(
        spec.field("dnsPolicy"),
        List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"));
    Check.oneOf(spec.field("preemptionPolicy"), List.of("PreemptLowerPriority", "Never"));
  }

  private static void checkNames(Cursor spec) {
    Check.shape(spec.field("serviceAccountName"), Texts::subdomainProblem);
    if (spec.field("serviceAccountName").isBlank()) {
      Check.shape(spec.field("serviceAccount"), Texts::subdomainProblem);
    }
    Check.shape(spec.field("nodeName"), Texts::subdomainProblem);
    Check.shape(spec.field("priorityClassName"), Texts::subdomainProblem);
    Check.shape(spec.field("hostname"), Texts::labelProblem);
    Check.shape(spec.field("subdomain"), Texts::labelProblem);
    Cursor runtimeClass = spec.field("runtimeClassName");
    if (runtimeClass.isSet()) {
      Check.shapeEvenEmpty(runtimeClass, Texts::subdomainProblem);
    }
  }

  /** validatePodHostName; the field is there since 1.35. */
  private static void checkHostName(PodScope pod) {
    Cursor name = pod.spec().field("hostnameOverride");
    if (!pod.context().isSince(35) || !name.isSet()) {
      return;
    }
    Check.shapeEvenEmpty(name, Texts::subdomainProblem);
    if (Texts.bytes(name.text()) > LONGEST_HOST_NAME) {
      name.invalid(ApiCode.TOO_LONG, "must have at most " + LONGEST_HOST_NAME + " characters");
    }
    if (pod.hostNetwork()) {
      name.forbidden("with hostNetwork");
    }
    if (pod.spec().field("setHostnameAsFQDN").isTrue()) {
      name.forbidden("with setHostnameAsFQDN");
    }
  }

  /** validateHostUsers; the server drops the field before 1.33. */
  private static void checkHostUsers(PodScope pod) {
    if (pod.hostUsers()) {
      return;
    }
    for (String name : List.of("hostNetwork", "hostPID", "hostIPC")) {
      if (pod.spec().field(name).isTrue()) {
        pod.spec().field(name).forbidden(WITHOUT_HOST_USERS);
      }
    }
    if (pod.context().isSince(34)) {
      for (Cursor container : pod.containers()) {
        if (container.field("volumeDevices").hasElements()) {
          container.field("volumeDevices").forbidden(WITHOUT_HOST_USERS);
        }
      }
    }
  }

  /** validateReadinessGates and validateSchedulingGates. */
  private static void checkGates(Cursor spec) {
    for (Cursor gate : spec.field("readinessGates").items()) {
      Check.requiredShape(gate.field("conditionType"), Texts::qualifiedProblem);
    }
    Seen names = new Seen();
    for (Cursor gate : spec.field("schedulingGates").items()) {
      Cursor name = gate.field("name");
      Check.requiredShape(name, Texts::qualifiedProblem);
      names.add(name, name.text(), "the scheduling gate " + name.text());
    }
  }

  /** ValidateHostAliases. */
  private static void checkHostAliases(Cursor aliases, ApiContext context) {
    for (Cursor alias : aliases.items()) {
      Addresses.legacyIp(alias.field("ip"), context);
      for (Cursor name : alias.field("hostnames").items()) {
        Check.shapeEvenEmpty(name, Texts::subdomainProblem);
      }
    }
  }
}
