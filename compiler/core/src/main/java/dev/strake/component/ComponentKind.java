package dev.strake.component;

import dev.strake.diagnostic.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of configuration document in one version.
 *
 * @param firstMinor the first minor release of Kubernetes 1 whose component reads it
 * @param lastMinor the last that reads it
 */
record ComponentKind(
    String apiVersion,
    String kind,
    int firstMinor,
    int lastMinor,
    FieldType type,
    List<ConfigRule> rules) {

  static final String KUBEADM_GROUP = "kubeadm.k8s.io";
  static final String KUBELET_GROUP = "kubelet.config.k8s.io";
  static final String KUBE_PROXY_GROUP = "kubeproxy.config.k8s.io";

  private static final String V1BETA3 = KUBEADM_GROUP + "/v1beta3";
  private static final String V1BETA4 = KUBEADM_GROUP + "/v1beta4";
  private static final int STILL = Integer.MAX_VALUE;

  private static final List<ConfigRule> INIT = List.of(new NodeRegistrationRule(), new InitRule());
  private static final List<ConfigRule> CLUSTER =
      List.of(new ClusterRule(), new NetworkingRule(), new EtcdRule());
  private static final List<ConfigRule> JOIN = List.of(new NodeRegistrationRule(), new JoinRule());
  private static final List<ConfigRule> KUBELET =
      List.of(
          new KubeletNumbersRule(),
          new KubeletImagesRule(),
          new KubeletShutdownRule(),
          new KubeletReservationRule(),
          new KubeletEvictionRule(),
          new KubeletChoicesRule(),
          new KubeletLogsRule());

  private static final List<ComponentKind> ALL =
      Stream.of(
              kubeadm(
                  V1BETA3,
                  22,
                  36,
                  "kubeadm-v1beta3.fields",
                  Map.of(
                      "InitConfiguration", INIT,
                      "ClusterConfiguration", CLUSTER,
                      "JoinConfiguration", JOIN)),
              kubeadm(
                  V1BETA4,
                  31,
                  STILL,
                  "kubeadm-v1beta4.fields",
                  Map.of(
                      "InitConfiguration", INIT,
                      "ClusterConfiguration", CLUSTER,
                      "JoinConfiguration", JOIN,
                      "ResetConfiguration", List.of(new ResetRule()),
                      "UpgradeConfiguration", List.of(new UpgradeRule()))),
              component(
                  KUBELET_GROUP + "/v1beta1",
                  "KubeletConfiguration",
                  "kubelet-v1beta1.fields",
                  KUBELET),
              component(
                  KUBE_PROXY_GROUP + "/v1alpha1",
                  "KubeProxyConfiguration",
                  "kubeproxy-v1alpha1.fields",
                  List.of(new KubeProxyRule(), new KubeProxyModeRule())))
          .flatMap(Function.identity())
          .toList();
  private static final Map<String, ComponentKind> BY_NAME =
      ALL.stream().collect(Collectors.toMap(k -> name(k.apiVersion, k.kind), Function.identity()));

  /** The kind of a document; empty if no component reads it, or none has for years. */
  static Optional<ComponentKind> of(ObjectRef document) {
    return Optional.ofNullable(BY_NAME.get(name(document.apiVersion(), document.kind())));
  }

  /** The part of an API version before the slash; empty if there is none. */
  static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** Whether documents of a group are configuration of a component. */
  static boolean isComponentGroup(String group) {
    return List.of(KUBEADM_GROUP, KUBELET_GROUP, KUBE_PROXY_GROUP).contains(group);
  }

  /** The kinds of a group, as {@code apiVersion kind}, in order. */
  static List<String> kindNames() {
    return ALL.stream().map(ComponentKind::kind).distinct().sorted().toList();
  }

  boolean isKubeadm() {
    return group(apiVersion).equals(KUBEADM_GROUP);
  }

  private static String name(String apiVersion, String kind) {
    return apiVersion + " " + kind;
  }

  private static Stream<ComponentKind> kubeadm(
      String apiVersion,
      int firstMinor,
      int lastMinor,
      String table,
      Map<String, List<ConfigRule>> rules) {
    FieldTable types = FieldTable.load(table);
    return rules.entrySet().stream()
        .map(
            kind ->
                new ComponentKind(
                    apiVersion,
                    kind.getKey(),
                    firstMinor,
                    lastMinor,
                    types.type(kind.getKey()),
                    kind.getValue()));
  }

  private static Stream<ComponentKind> component(
      String apiVersion, String kind, String table, List<ConfigRule> rules) {
    FieldType type = FieldTable.load(table).type(kind);
    return Stream.of(new ComponentKind(apiVersion, kind, 0, STILL, type, rules));
  }
}
