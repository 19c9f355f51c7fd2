package dev.strake.sync.install;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strake.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that an agent is made of, in the order in which it can be applied. */
public final class AgentManifests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AgentManifests() {}

  /** One YAML document an object. */
  public static String yaml(Installation installation) {
    List<LinkedHashMap<String, Object>> trees =
        objects(installation).stream()
            .map(
                object ->
                    JSON.convertValue(
                        object, new TypeReference<LinkedHashMap<String, Object>>() {}))
            .toList();
    return YamlWriter.writeAll(trees);
  }

  static List<HasMetadata> objects(Installation installation) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("app.kubernetes.io/name", Installation.NAME);
    labels.put("app.kubernetes.io/instance", installation.configuration().name());
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(namespace(installation));
    objects.add(
        new ServiceAccountBuilder()
            .withNewMetadata()
            .withName(Installation.NAME)
            .withNamespace(installation.namespace())
            .withLabels(labels)
            .endMetadata()
            .withAutomountServiceAccountToken(false)
            .build());
    objects.addAll(AgentRoles.of(installation, labels));
    objects.add(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(Installation.NAME)
            .withNamespace(installation.namespace())
            .withLabels(labels)
            .endMetadata()
            .withData(Map.of("agent.yaml", installation.text()))
            .build());
    objects.addAll(AgentNetwork.of(installation, labels));
    objects.add(AgentDeployment.of(installation, labels));
    objects.add(
        new PodDisruptionBudgetBuilder()
            .withNewMetadata()
            .withName(Installation.NAME)
            .withNamespace(installation.namespace())
            .withLabels(labels)
            .endMetadata()
            .withNewSpec()
            .withMaxUnavailable(new IntOrString(1))
            .withNewSelector()
            .withMatchLabels(labels)
            .endSelector()
            .endSpec()
            .build());
    return objects;
  }

  private static HasMetadata namespace(Installation installation) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("pod-security.kubernetes.io/enforce", "restricted");
    labels.put("pod-security.kubernetes.io/audit", "restricted");
    labels.put("pod-security.kubernetes.io/warn", "restricted");
    return new NamespaceBuilder()
        .withNewMetadata()
        .withName(installation.namespace())
        .withLabels(labels)
        .endMetadata()
        .build();
  }
}
