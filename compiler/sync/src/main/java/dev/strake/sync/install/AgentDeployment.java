package dev.strake.sync.install;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The agent's pods: two, on two nodes, with nothing but what they need. */
final class AgentDeployment {

  static final String STATUS_PORT = "status";
  static final String WEBHOOK_PORT = "webhooks";
  private static final String CONFIGURATION = "/etc/strake/agent";
  private static final String SECRETS = "/etc/strake/secrets";
  private static final String TEMPORARY = "/tmp";
  private static final long USER = 65532;

  private AgentDeployment() {}

  static Deployment of(Installation installation, Map<String, String> labels) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName(Installation.NAME)
        .withNamespace(installation.namespace())
        .withLabels(labels)
        .endMetadata()
        .withNewSpec()
        .withReplicas(2)
        .withRevisionHistoryLimit(3)
        .withNewSelector()
        .withMatchLabels(labels)
        .endSelector()
        .withNewStrategy()
        .withType("RollingUpdate")
        .withNewRollingUpdate()
        .withMaxUnavailable(new IntOrString(1))
        .withMaxSurge(new IntOrString(1))
        .endRollingUpdate()
        .endStrategy()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(labels)
        // A new configuration is a new pod: the agent reads it once.
        .withAnnotations(Map.of("strake.dev/configuration", digest(installation.text())))
        .endMetadata()
        .withSpec(pod(installation, labels))
        .endTemplate()
        .endSpec()
        .build();
  }

  private static PodSpec pod(Installation installation, Map<String, String> labels) {
    String cache = installation.configuration().cache().toString();
    return new PodSpecBuilder()
        .withServiceAccountName(Installation.NAME)
        .withAutomountServiceAccountToken(true)
        .withTerminationGracePeriodSeconds(installation.configuration().drain().toSeconds() + 10)
        .withPriorityClassName("system-cluster-critical")
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(USER)
        .withRunAsGroup(USER)
        .withFsGroup(USER)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withTopologySpreadConstraints(
            spread("kubernetes.io/hostname", labels), spread("topology.kubernetes.io/zone", labels))
        .withContainers(container(installation, cache))
        .addNewVolume()
        .withName("configuration")
        .withNewConfigMap()
        .withName(Installation.NAME)
        .endConfigMap()
        .endVolume()
        .addNewVolume()
        .withName("secrets")
        .withNewSecret()
        .withSecretName(Installation.NAME)
        .withDefaultMode(0440)
        .withOptional(true)
        .endSecret()
        .endVolume()
        .addNewVolume()
        .withName("cache")
        .withNewEmptyDir()
        .withSizeLimit(new Quantity("2Gi"))
        .endEmptyDir()
        .endVolume()
        .addNewVolume()
        .withName("temporary")
        .withNewEmptyDir()
        .withSizeLimit(new Quantity("64Mi"))
        .endEmptyDir()
        .endVolume()
        .build();
  }

  private static Container container(Installation installation, String cache) {
    ContainerBuilder container =
        new ContainerBuilder()
            .withName("agent")
            .withImage(installation.image())
            .withImagePullPolicy("IfNotPresent")
            .withArgs("agent", "--config", CONFIGURATION + "/agent.yaml")
            .addNewPort()
            .withName(STATUS_PORT)
            .withContainerPort(installation.configuration().statusPort())
            .withProtocol("TCP")
            .endPort();
    if (AgentNetwork.listens(installation)) {
      container
          .addNewPort()
          .withName(WEBHOOK_PORT)
          .withContainerPort(installation.configuration().webhookPort())
          .withProtocol("TCP")
          .endPort();
    }
    return container
        .addNewEnv()
        .withName("POD_NAME")
        .withNewValueFrom()
        .withNewFieldRef()
        .withFieldPath("metadata.name")
        .endFieldRef()
        .endValueFrom()
        .endEnv()
        .withNewResources()
        .withRequests(
            Map.of(
                "cpu", new Quantity("200m"),
                "memory", new Quantity("768Mi"),
                "ephemeral-storage", new Quantity("256Mi")))
        .withLimits(
            Map.of(
                "cpu", new Quantity("2"),
                "memory", new Quantity("768Mi"),
                "ephemeral-storage", new Quantity("3Gi")))
        .endResources()
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .withStartupProbe(probe("/healthz", 2, 30))
        .withLivenessProbe(probe("/healthz", 10, 6))
        .withReadinessProbe(probe("/readyz", 5, 2))
        .addNewVolumeMount()
        .withName("configuration")
        .withMountPath(CONFIGURATION)
        .withReadOnly(true)
        .endVolumeMount()
        .addNewVolumeMount()
        .withName("secrets")
        .withMountPath(SECRETS)
        .withReadOnly(true)
        .endVolumeMount()
        .addNewVolumeMount()
        .withName("cache")
        .withMountPath(cache)
        .endVolumeMount()
        .addNewVolumeMount()
        .withName("temporary")
        .withMountPath(TEMPORARY)
        .endVolumeMount()
        .build();
  }

  private static Probe probe(String path, int period, int failures) {
    return new ProbeBuilder()
        .withNewHttpGet()
        .withPath(path)
        .withPort(new IntOrString(STATUS_PORT))
        .endHttpGet()
        .withPeriodSeconds(period)
        .withTimeoutSeconds(2)
        .withFailureThreshold(failures)
        .build();
  }

  private static TopologySpreadConstraint spread(String key, Map<String, String> labels) {
    return new TopologySpreadConstraintBuilder()
        .withMaxSkew(1)
        .withTopologyKey(key)
        .withWhenUnsatisfiable("ScheduleAnyway")
        .withNewLabelSelector()
        .withMatchLabels(labels)
        .endLabelSelector()
        .build();
  }

  private static String digest(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
