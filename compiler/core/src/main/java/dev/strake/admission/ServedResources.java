package dev.strake.admission;

import dev.strake.custom.CustomKind;
import dev.strake.custom.CustomKinds;
import dev.strake.join.Part;
import dev.strake.schema.KindSchema;
import dev.strake.schema.KubernetesSchemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The resources of one version of Kubernetes, and those that definitions among the inputs add. */
public final class ServedResources {

  /** Groups whose versions of one kind have other fields; nobody but a server converts them. */
  private static final Set<String> CHANGING = Set.of("autoscaling", "resource.k8s.io");

  private final Map<String, List<KindSchema>> builtIn = new HashMap<>();
  private final CustomKinds custom;

  public ServedResources(KubernetesSchemas builtIn, CustomKinds custom) {
    this.custom = custom;
    for (KindSchema kind : builtIn.kinds()) {
      this.builtIn
          .computeIfAbsent(kind.group() + "/" + kind.kind(), key -> new ArrayList<>())
          .add(kind);
    }
  }

  /**
   * The resource of an object. Of a kind that nobody declares, the plural is the one that kubectl
   * would guess, and whether it has namespaces is what the object says.
   *
   * @param saysNamespace whether the object names a namespace
   */
  ServedResource find(String apiVersion, String kind, boolean saysNamespace) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String version = apiVersion.substring(slash + 1);
    List<KindSchema> known = builtIn.getOrDefault(group + "/" + kind, List.of());
    if (!known.isEmpty()) {
      List<String> versions = known.stream().map(KindSchema::version).toList();
      return new ServedResource(
          group,
          version,
          kind,
          known.get(0).plural(),
          known.get(0).namespaced(),
          without(versions, version),
          !CHANGING.contains(group));
    }
    List<CustomKind> declared = custom.versions(apiVersion, kind);
    if (!declared.isEmpty()) {
      return ofCustom(declared, version);
    }
    return new ServedResource(
        group, version, kind, guessedPlural(kind), saysNamespace, List.of(), true);
  }

  private static ServedResource ofCustom(List<CustomKind> declared, String version) {
    CustomKind first = declared.get(0);
    boolean converts =
        Part.of(first.definition()).field("spec", "conversion", "strategy").is("Webhook");
    return new ServedResource(
        first.group(),
        version,
        first.kind(),
        first.plural().isEmpty() ? guessedPlural(first.kind()) : first.plural(),
        first.namespaced(),
        without(
            declared.stream().filter(CustomKind::served).map(CustomKind::version).toList(),
            version),
        !converts);
  }

  private static List<String> without(List<String> versions, String own) {
    return versions.stream().filter(version -> !version.equals(own)).toList();
  }

  /**
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/api/meta/restmapper.go">UnsafeGuessKindToResource
   *     in restmapper.go</a>
   */
  private static String guessedPlural(String kind) {
    String singular = kind.toLowerCase(Locale.ROOT);
    if (singular.endsWith("endpoints")) {
      return singular;
    }
    if (singular.endsWith("y")) {
      return singular.substring(0, singular.length() - 1) + "ies";
    }
    return singular.endsWith("s") ? singular + "es" : singular + "s";
  }
}
