package dev.strake.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyPageTest {

  private static String page(String parameters) {
    String policy =
        """
        apiVersion: strake.dev/v1alpha1
        kind: Policy
        metadata: {name: shop/replicas}
        spec:
          title: Deployments have enough replicas
          severity: medium
          rationale: One is none.
          remediation: set spec.replicas
          profiles: [default]
          scope: object
          match:
            kinds: [{apiGroup: apps, kind: Deployment}]
          validations:
            - expression: "object.spec.replicas >= 2"
              message: there are too few replicas
        """;
    List<CompiledPolicy> compiled =
        new PolicyReader()
            .read(SourceFile.of("policy.yaml", policy + parameters.indent(2)))
            .asOptional()
            .orElseThrow();
    return PolicyPage.of(compiled.get(0).policy());
  }

  @Test
  void itNamesWhatASpecMayChoose() {
    String page =
        page(
            """
            parameters:
              - {name: minimum, description: How many., type: integer, default: 2}
              - {name: except, description: Which not., type: strings, default: [a, b]}
            """);
    assertTrue(
        page.contains(
            """

            ## Parameters

            - `minimum` (integer, default 2): How many.
            - `except` (strings, default a, b): Which not.
            """),
        page);
  }

  @Test
  void aPolicyWithoutParametersHasNoSuchSection() {
    assertEquals(-1, page("").indexOf("Parameters"));
  }
}
