package dev.strake.policy;

import dev.strake.diagnostic.Checked;
import dev.strake.manifest.Manifest;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlReader;
import java.util.List;

/** Policies and objects for tests. */
final class PolicyTexts {

  static final String REPLICAS =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata:
        name: test/replicas
      spec:
        title: Deployments have enough replicas
        severity: medium
        rationale: one is none
        remediation: set spec.replicas to 2 or more
        profiles: [default]
        scope: object
        match:
          kinds:
            - apiGroup: apps
              kind: Deployment
        parameters:
          - name: minimum
            description: how many there must be
            type: integer
            default: 2
        validations:
          - expression: object.spec.replicas >= variables.minimum
            message: there are too few replicas
            messageExpression: string(object.spec.replicas) + ' replicas are too few'
            at: spec.replicas
      """;

  static final String TAGS =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata:
        name: test/tags
      spec:
        title: Images have a tag
        severity: high
        rationale: latest is a moving target
        remediation: add a tag to the image
        profiles: [restricted]
        scope: object
        match:
          kinds: [PodBearing]
        forEach: containers
        validations:
          - expression: |-
              // a port also has a colon
              container.image.split('/').exists(part, part.contains(':')) // enough here
            message: an image has no tag
            at: image
      """;

  static final String SHAPES =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata:
        name: test/shapes
      spec:
        title: Elements have many shapes
        severity: low
        rationale: each validation looks at others
        remediation: leave them out
        profiles: []
        scope: object
        match:
          kinds: [PodBearing]
        validations:
          - forEach: podAnnotations
            expression: variables.podMetadata.annotations[annotation] != 'off'
            message: an annotation
          - forEach: addedCapabilities
            expression: capability != 'ALL' || variables.kubernetesMinor < 35
            message: a capability
          - forEach: handlers
            expression: "!handler.?exec.hasValue()"
            message: a handler
            at: exec.command
          - forEach: volumeFields
            expression: field != 'hostPath'
            message: a volume
      """;

  /** Over elements of elements. */
  static final String SECRETS =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata:
        name: test/secrets
      spec:
        title: Variables hold no secrets
        severity: high
        rationale: everybody reads them
        remediation: refer to a Secret
        profiles: [default]
        scope: object
        match:
          kinds: [PodBearing]
        forEach: env
        validations:
          - expression: variable.name != 'PASSWORD'
            message: a variable holds a secret
            messageExpression: container.name + ' holds ' + variable.name
            at: value
      """;

  private PolicyTexts() {}

  static Checked<List<CompiledPolicy>> read(String text) {
    return new PolicyReader().read(SourceFile.of("policy.yaml", text));
  }

  static CompiledPolicy policy(String text) {
    Checked<List<CompiledPolicy>> read = read(text);
    if (!read.diagnostics().isEmpty()) {
      throw new AssertionError(read.diagnostics());
    }
    return read.asOptional().orElseThrow().get(0);
  }

  static YamlDocument document(String path, String text) {
    return YamlReader.withDefaultLimits()
        .read(SourceFile.of(path, text), d -> {})
        .documents()
        .get(0);
  }

  static Manifest manifest(String text) {
    return Manifest.of(document("app.yaml", text).root(), null).orElseThrow();
  }
}
