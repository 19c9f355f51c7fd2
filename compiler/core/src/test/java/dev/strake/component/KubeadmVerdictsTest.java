package dev.strake.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.ManifestReader;
import dev.strake.source.SourceFile;
import dev.strake.value.KubernetesVersion;
import dev.strake.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Agreement with a real {@code kubeadm config validate} of 1.36.2 on two good files and 539 single
 * mutations of them. A line of the table is a file's documents, or a mutation (operation, JSON
 * Pointer that begins with the document's index, value) with the verdict.
 */
class KubeadmVerdictsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final KubernetesVersion RELEASE = new KubernetesVersion(1, 36, 2);

  /** What kubeadm itself does not look at, or only when it runs. */
  private static final Set<Code> BEYOND_VALIDATE =
      Set.of(
          ComponentCodes.KUBELET,
          ComponentCodes.KUBE_PROXY,
          ComponentCodes.KUBEADM_RUN,
          ComponentCodes.IGNORED_DOCUMENT);

  private record Case(String mutation, String pointer, boolean accept, List<Diagnostic> findings) {
    boolean refused() {
      return findings.stream().anyMatch(f -> !BEYOND_VALIDATE.contains(f.code()));
    }
  }

  private static List<Case> cases = List.of();

  @BeforeAll
  static void judge() throws IOException {
    List<JsonNode> seeds = new ArrayList<>();
    List<Case> judged = new ArrayList<>();
    for (String line : table().lines().toList()) {
      JsonNode row = JSON.readTree(line);
      if (row.has("seed")) {
        seeds.add(row.get("seed"));
      } else {
        JsonNode documents = seeds.get(row.get("of").intValue()).deepCopy();
        JsonNode mutation = row.get("mutation");
        mutate(documents, mutation);
        String pointer = mutation.get(1).textValue();
        boolean accept = row.get("accept").booleanValue();
        judged.add(new Case(mutation.toString(), pointer, accept, findings(documents)));
      }
    }
    cases = judged;
  }

  @Test
  void everyVerdictIsTheSame() {
    List<String> differing =
        cases.stream()
            .filter(c -> c.accept() == c.refused())
            .map(c -> (c.accept() ? "refused: " : "let through: ") + c)
            .toList();
    assertEquals(List.of(), differing);
    assertEquals(541, cases.size());
    assertEquals(291, cases.stream().filter(Case::accept).count());
  }

  /** A single mistake is found where it was made, or at what it made unusable. */
  @Test
  void findingsPointAtTheMutation() {
    List<String> elsewhere =
        cases.stream()
            .filter(Case::refused)
            .filter(c -> c.findings().stream().noneMatch(f -> isNear(c, f)))
            .map(Case::mutation)
            .toList();
    assertEquals(List.of(), elsewhere);
  }

  @Test
  void goodFilesHaveNoFindings() {
    assertEquals(
        List.of(),
        cases.stream()
            .filter(c -> c.mutation().startsWith("[\"seed\""))
            .flatMap(c -> c.findings().stream())
            .toList());
  }

  /**
   * What kubeadm accepts, and the kubelet or kube-proxy would not start with: thresholds that are
   * no amounts, unknown signals, taints, drivers and modes, and a grace period for critical pods
   * beside none for all pods (its deletion leaves the finding at the one that stayed).
   */
  @Test
  void kubeletAndProxyRefuseWhatKubeadmAccepts() {
    SortedMap<String, Long> places =
        cases.stream()
            .filter(Case::accept)
            .flatMap(c -> c.findings().stream())
            .map(f -> f.code() + " " + f.path())
            .collect(Collectors.groupingBy(f -> f, TreeMap::new, Collectors.counting()));
    assertEquals(
        Map.ofEntries(
            Map.entry("component/kube-proxy /clusterCIDR", 4L),
            Map.entry("component/kube-proxy /mode", 3L),
            Map.entry("component/kubelet /cgroupDriver", 4L),
            Map.entry("component/kubelet /evictionHard/imagefs.available", 2L),
            Map.entry("component/kubelet /evictionHard/imagefs.availablex", 1L),
            Map.entry("component/kubelet /evictionHard/memory.available", 3L),
            Map.entry("component/kubelet /evictionHard/nodefs.available", 2L),
            Map.entry("component/kubelet /evictionHard/nodefs.availablex", 1L),
            Map.entry("component/kubelet /evictionHard/nodefs.inodesFree", 4L),
            Map.entry("component/kubelet /nodeRegistration/taints/0", 1L),
            Map.entry("component/kubelet /nodeRegistration/taints/0/effect", 4L),
            Map.entry("component/kubelet /nodeRegistration/taints/0/key", 3L),
            Map.entry("component/kubelet /shutdownGracePeriodCriticalPods", 1L)),
        places);
  }

  private static boolean isNear(Case mutated, Diagnostic finding) {
    if (finding.path() == null) {
      return true;
    }
    String inDocument = mutated.pointer().replaceFirst("^/[0-9]+", "");
    String parent = inDocument.replaceFirst("/[^/]*$", "");
    String path = finding.path();
    return path.startsWith(inDocument) || path.equals(parent) || path.startsWith(inDocument + "x");
  }

  private static List<Diagnostic> findings(JsonNode documents) {
    StringBuilder text = new StringBuilder();
    for (JsonNode document : documents) {
      text.append("---\n").append(document).append('\n');
    }
    List<Diagnostic> findings = new ArrayList<>();
    SourceFile file = SourceFile.of("kubeadm.yaml", text.toString());
    List<Manifest> manifests =
        ManifestReader.read(
            YamlReader.withDefaultLimits().read(file, findings::add), findings::add);
    findings.addAll(ComponentConfiguration.check(manifests, RELEASE));
    return findings;
  }

  private static void mutate(JsonNode documents, JsonNode mutation) {
    String operation = mutation.get(0).textValue();
    if (operation.equals("seed")) {
      return;
    }
    String pointer = mutation.get(1).textValue();
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = documents.at(pointer.substring(0, slash));
    String key = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
    JsonNode value = mutation.get(2);
    if (parent instanceof ObjectNode object) {
      switch (operation) {
        case "set" -> object.set(key, value);
        case "delete" -> object.remove(key);
        case "rename" -> object.set(value.textValue(), object.remove(key));
        case "dup" -> ((ArrayNode) object.get(key)).add(object.get(key).get(0).deepCopy());
        default -> throw new IllegalArgumentException(operation);
      }
    } else {
      ArrayNode list = (ArrayNode) parent;
      int index = Integer.parseInt(key);
      switch (operation) {
        case "set" -> list.set(index, value);
        case "delete" -> list.remove(index);
        default -> throw new IllegalArgumentException(operation);
      }
    }
  }

  private static String table() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            KubeadmVerdictsTest.class.getResourceAsStream(
                "/component/kubeadm-verdicts-1.36.jsonl"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
