package dev.strake.component;

import static dev.strake.component.ComponentCodes.KUBELET;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quantity;
import dev.strake.value.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the kubelet keeps from pods, and how it holds both sides to it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/validation/validation.go">ValidateKubeletConfiguration</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/validation/validation_reserved_memory.go">validateReservedMemoryConfiguration</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubelet/app/server.go">parseResourceList</a>
 */
final class KubeletReservationRule implements ConfigRule {

  private static final List<String> RESOURCES =
      List.of("cpu", "memory", "ephemeral-storage", "pid");
  private static final List<String> ENFORCEMENTS =
      List.of(
          "pods",
          "system-reserved",
          "system-reserved-compressible",
          "kube-reserved",
          "kube-reserved-compressible",
          "none");
  private static final String COMPRESSIBLE = "-compressible";

  @Override
  public void check(Section config, KubernetesVersion release) {
    reserved(config.at("systemReserved"));
    reserved(config.at("kubeReserved"));
    enforcements(config);
    cpus(config);
    memory(config.at("reservedMemory"));
    if (!config.text("systemCgroups").isEmpty() && config.text("cgroupRoot").isEmpty()) {
      config.at("systemCgroups").report(KUBELET, "needs cgroupRoot beside it");
    }
  }

  private static void reserved(Section reserved) {
    for (String name : reserved.names()) {
      Section amount = reserved.at(name);
      if (!RESOURCES.contains(name)) {
        amount.report(
            KUBELET,
            new Problem("reserves what cannot be reserved", "reserve " + Words.oneOf(RESOURCES)));
      } else {
        amount(amount);
      }
    }
  }

  private static void amount(Section amount) {
    amount.require(KUBELET, Quantity::parse);
    boolean negative =
        Quantity.parse(amount.text()).match(quantity -> quantity.signum() < 0, bad -> false);
    if (negative) {
      amount.report(KUBELET, "must not be negative");
    }
  }

  private static void enforcements(Section config) {
    List<Section> all = config.items("enforceNodeAllocatable");
    Set<String> seen = new HashSet<>();
    for (Section enforcement : all) {
      String text = enforcement.text();
      if (!seen.add(text)) {
        enforcement.report(KUBELET, "stands there twice");
      } else if (!ENFORCEMENTS.contains(text)) {
        enforcement.report(
            KUBELET,
            new Problem(
                "is %s, which is not known".formatted(Quoted.of(text)),
                "write " + Words.oneOf(ENFORCEMENTS)));
      } else if (text.equals("none")) {
        if (all.size() > 1) {
          enforcement.report(KUBELET, "is none, and others stand beside it");
        }
      } else {
        enforcement(enforcement, config);
      }
    }
    for (String name : List.of("system-reserved", "kube-reserved")) {
      if (seen.contains(name) && seen.contains(name + COMPRESSIBLE)) {
        config
            .at("enforceNodeAllocatable")
            .report(KUBELET, "has both %s and %s%s".formatted(name, name, COMPRESSIBLE));
      }
    }
  }

  private static void enforcement(Section enforcement, Section config) {
    String text = enforcement.text();
    String cgroup =
        text.startsWith("system-reserved")
            ? "systemReservedCgroup"
            : text.startsWith("kube-reserved") ? "kubeReservedCgroup" : "";
    if (!cgroup.isEmpty() && config.text(cgroup).isEmpty()) {
      enforcement.report(
          KUBELET,
          new Problem(
              "is %s, which needs %s".formatted(text, cgroup),
              "write %s, or keep pods alone".formatted(cgroup)));
    }
    if (!config.flag("cgroupsPerQOS").orElse(true)) {
      enforcement.report(KUBELET, "cannot be enforced with cgroupsPerQOS: false");
    }
  }

  private static void cpus(Section config) {
    Section cpus = config.at("reservedSystemCPUs");
    if (cpus.text().isEmpty()) {
      return;
    }
    if (!CpuList.isCpuList(cpus.text())) {
      cpus.report(KUBELET, new Problem("is no list of CPUs", "write numbers and ranges: 0-1,8"));
    }
    for (String cgroup : List.of("systemReservedCgroup", "kubeReservedCgroup")) {
      if (!config.text(cgroup).isEmpty()) {
        cpus.sink()
            .report(
                cpus.finding(KUBELET, Problem.of("cannot stand beside " + cgroup))
                    .withRelated(config.at(cgroup).place(), cgroup + " is here"));
      }
    }
  }

  private static void memory(Section reservations) {
    Set<String> seen = new HashSet<>();
    for (Section reservation : reservations.items()) {
      Section limits = reservation.at("limits");
      for (String name : limits.names()) {
        Section limit = limits.at(name);
        if (!name.equals("memory") && !name.startsWith("hugepages-")) {
          limit.report(KUBELET, new Problem("is no memory", "reserve memory or hugepages-<size>"));
        }
        if (isZero(limit)) {
          limit.report(KUBELET, "must not be zero");
        }
        if (!seen.add(reservation.number("numaNode") + " " + name)) {
          limit.report(KUBELET, "is reserved on this NUMA node twice");
        }
      }
    }
  }

  private static boolean isZero(Section limit) {
    return limit.number().orElse(1) == 0
        || Quantity.parse(limit.text()).match(Quantity::isZero, bad -> false);
  }
}
