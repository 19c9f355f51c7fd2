package dev.strake.check.node;

import dev.strake.value.LabelKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key of labels or taints that Kubernetes itself gives a meaning. They are data, in a table
 * beside this class.
 *
 * @param writer who writes it
 * @param instead the key that took its place; null while it is in use
 */
record KubernetesKey(Use use, LabelKey key, Writer writer, @Nullable LabelKey instead) {

  /** What has the key. */
  enum Use {
    label,
    taint
  }

  /** Who writes it. */
  enum Writer {
    /** Kubernetes does, and overwrites what others write. */
    itself,
    /** A user, whether the kubelet is told or the API. */
    kubelet,
    /** A user, through the API alone. */
    api
  }

  private static final String TABLE = "kubernetes-keys.tsv";
  private static final int COLUMNS = 4;

  /**
   * Prefixes below which a kubelet may set any label on its own node.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/kubelet/pkg/apis/well_known_labels.go">IsKubeletLabel</a>
   */
  private static final List<String> OF_KUBELETS =
      List.of("kubelet.kubernetes.io", "node.kubernetes.io");

  private static final List<String> OF_KUBERNETES = List.of("kubernetes.io", "k8s.io");

  private static final Map<Use, Map<LabelKey, KubernetesKey>> KNOWN = read();

  static Optional<KubernetesKey> label(LabelKey key) {
    return find(Use.label, key);
  }

  static Optional<KubernetesKey> taint(LabelKey key) {
    return find(Use.taint, key);
  }

  private static Optional<KubernetesKey> find(Use use, LabelKey key) {
    return Optional.ofNullable(KNOWN.getOrDefault(use, Map.of()).get(key));
  }

  /** All labels' keys, sorted. */
  static List<String> labels() {
    return KNOWN.getOrDefault(Use.label, Map.of()).keySet().stream()
        .sorted()
        .map(LabelKey::toString)
        .toList();
  }

  boolean isWrittenByItself() {
    return writer == Writer.itself;
  }

  /** Whether a kubelet starts with the label among those for its own node. */
  static boolean mayBeSetByKubelet(LabelKey key) {
    return label(key)
        .map(known -> known.writer != Writer.api)
        .orElseGet(() -> !isReserved(key) || isBelow(key.prefix(), OF_KUBELETS));
  }

  /** Whether the key is in the domains that Kubernetes keeps for itself and its parts. */
  static boolean isReserved(LabelKey key) {
    return isBelow(key.prefix(), OF_KUBERNETES);
  }

  private static boolean isBelow(String prefix, List<String> domains) {
    return domains.stream()
        .anyMatch(domain -> prefix.equals(domain) || prefix.endsWith("." + domain));
  }

  private static Map<Use, Map<LabelKey, KubernetesKey>> read() {
    try (InputStream in = KubernetesKey.class.getResourceAsStream(TABLE)) {
      byte[] bytes = Objects.requireNonNull(in, TABLE).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(KubernetesKey::parse)
          .collect(
              Collectors.groupingBy(
                  KubernetesKey::use, Collectors.toMap(KubernetesKey::key, Function.identity())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KubernetesKey parse(String line) {
    String[] columns = line.split("\t", COLUMNS);
    return new KubernetesKey(
        Use.valueOf(columns[0]),
        new LabelKey(columns[1]),
        Writer.valueOf(columns[2]),
        columns.length < COLUMNS ? null : new LabelKey(columns[3]));
  }
}
