package dev.strake.versions;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What some minors of Kubernetes have, and others do not. */
public enum Feature {
  /** kube-proxy's mode nftables. */
  KUBE_PROXY_NFTABLES("kube-proxy-nftables"),

  /** kube-proxy's mode ipvs. */
  KUBE_PROXY_IPVS("kube-proxy-ipvs"),

  /** {@code anonymous.conditions} of an AuthenticationConfiguration. */
  ANONYMOUS_CONDITIONS("anonymous-conditions"),

  /** ECDSA-P384 as kubeadm's {@code encryptionAlgorithm}. */
  ENCRYPTION_ALGORITHM_ECDSA_P384("encryption-algorithm-ecdsa-p384"),

  /** A kubelet that asks the container runtime which cgroup driver it uses. */
  CGROUP_DRIVER_FROM_CRI("cgroup-driver-from-cri"),

  /** A kubelet that does not start on control groups of version 1, unless told to. */
  KUBELET_FAILS_ON_CGROUP_V1("kubelet-fails-on-cgroup-v1");

  /** How far a feature has come. */
  public enum Stage {
    /** Not there yet. */
    ABSENT,
    /** There, and off unless a gate is set. */
    ALPHA,
    /** On, and may change. */
    BETA,
    /** On, and stays. */
    STABLE,
    /** Works still, and will go. */
    DEPRECATED,
    /** Gone. */
    REMOVED;

    /** Whether it works without a gate. */
    public boolean isOn() {
      return this == BETA || this == STABLE || this == DEPRECATED;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Map<Feature, NavigableMap<MinorVersion, Stage>> STAGES =
      new EnumMap<>(Feature.class);

  static {
    for (Row row : Table.load("features.tsv", "feature", "minor", "stage").rows()) {
      STAGES
          .computeIfAbsent(row.choice("feature", Feature.class), feature -> new TreeMap<>())
          .put(row.minor("minor"), row.choice("stage", Stage.class));
    }
  }

  private final String key;

  Feature(String key) {
    this.key = key;
  }

  /** How far it has come in a minor of Kubernetes. */
  public Stage in(MinorVersion kubernetes) {
    Map.Entry<MinorVersion, Stage> reached = stages().floorEntry(kubernetes);
    return reached == null ? Stage.ABSENT : reached.getValue();
  }

  /** The first minor in which it reached a stage; empty if it has not. */
  public Optional<MinorVersion> since(Stage stage) {
    return stages().entrySet().stream()
        .filter(entry -> entry.getValue() == stage)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private NavigableMap<MinorVersion, Stage> stages() {
    return STAGES.getOrDefault(this, new TreeMap<>());
  }

  /** As the table names it. */
  @Override
  public String toString() {
    return key;
  }
}
