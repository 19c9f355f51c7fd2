package dev.strake.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strake.generate.ModelTree;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdmissionCompilerTest {

  private static String json(Record object) throws JsonProcessingException {
    return new JsonMapper().writeValueAsString(ModelTree.of(object)).replace('"', '\'');
  }

  private static AdmissionObjects compile(String policy) {
    return AdmissionCompiler.warning(36).compile(PolicyTexts.policy(policy).policy());
  }

  @Test
  void aPolicyOverTheObjectKeepsItsExpressions() throws JsonProcessingException {
    assertEquals(
        "{'apiVersion':'admissionregistration.k8s.io/v1','kind':'ValidatingAdmissionPolicy',"
            + "'metadata':{'name':'test.replicas.strake.dev','annotations':{"
            + "'strake.dev/policy':'test/replicas',"
            + "'strake.dev/title':'Deployments have enough replicas'}},"
            + "'spec':{'failurePolicy':'Fail','matchConstraints':{'matchPolicy':'Equivalent',"
            + "'resourceRules':[{'apiGroups':['apps'],'apiVersions':['v1'],"
            + "'operations':['CREATE','UPDATE'],'resources':['deployments']}]},"
            + "'variables':[{'name':'minimum','expression':'2'}],"
            + "'validations':[{'expression':'object.spec.replicas >= variables.minimum',"
            + "'message':'there are too few replicas',"
            + "'messageExpression':'string(object.spec.replicas) + ' replicas are too few'',"
            + "'reason':'Invalid'}]}}",
        json(compile(PolicyTexts.REPLICAS).policy()));
  }

  @Test
  void theBindingWarnsWhereTheClusterItselfDoesNotLive() throws JsonProcessingException {
    assertEquals(
        "{'apiVersion':'admissionregistration.k8s.io/v1',"
            + "'kind':'ValidatingAdmissionPolicyBinding',"
            + "'metadata':{'name':'test.replicas.strake.dev'},"
            + "'spec':{'policyName':'test.replicas.strake.dev',"
            + "'validationActions':['Warn','Audit'],'matchResources':{'namespaceSelector':{"
            + "'matchExpressions':[{'key':'kubernetes.io/metadata.name','operator':'NotIn',"
            + "'values':['kube-system','strake-system']}]}}}}",
        json(compile(PolicyTexts.REPLICAS).binding()));
  }

  @Test
  void elementsAreWalkedAroundTheExpressionEvenIfItEndsInAComment() {
    ValidatingAdmissionPolicy.Spec spec = compile(PolicyTexts.TAGS).policy().spec();
    assertEquals(
        """
        variables.containers.all(
          container, // a port also has a colon
          container.image.split('/').exists(part, part.contains(':')) // enough here
        )\
        """,
        spec.validations().get(0).expression());
    assertEquals(
        "[podSpec, containers]",
        spec.variables().stream()
            .map(ValidatingAdmissionPolicy.Variable::name)
            .toList()
            .toString());
  }

  /** Each validation walks over elements of its own; the version becomes a literal. */
  @Test
  void everyShapeOfElementsIsWalkedAround() {
    ValidatingAdmissionPolicy.Spec spec = compile(PolicyTexts.SHAPES).policy().spec();
    assertEquals(
        List.of(
            "(variables.podMetadata.?annotations.orValue({})).all(annotation,"
                + " variables.podMetadata.annotations[annotation] != 'off')",
            "variables.containers.all(container,"
                + " (container.?securityContext.?capabilities.?add.orValue([])).all(capability,"
                + " capability != 'ALL' || variables.kubernetesMinor < 35))",
            "variables.containers.all(container, ([?container.?livenessProbe,"
                + " ?container.?readinessProbe, ?container.?startupProbe,"
                + " ?container.?lifecycle.?postStart, ?container.?lifecycle.?preStop])"
                + ".all(handler, !handler.?exec.hasValue()))",
            "variables.volumes.all(volume, (volume).all(field, field != 'hostPath'))"),
        spec.validations().stream().map(ValidatingAdmissionPolicy.Check::expression).toList());
    assertEquals(
        List.of("podSpec", "podMetadata", "kubernetesMinor", "containers", "volumes"),
        spec.variables().stream().map(ValidatingAdmissionPolicy.Variable::name).toList());
    assertEquals("36", spec.variables().get(2).expression());
  }

  @Test
  void elementsOfElementsAreWalkedInside() {
    ValidatingAdmissionPolicy.Spec spec = compile(PolicyTexts.SECRETS).policy().spec();
    String env = "((has(container.env) && container.env != null ? container.env : []))";
    assertEquals(
        "variables.containers.all(container, "
            + env
            + ".all(variable, variable.name != 'PASSWORD'))",
        spec.validations().get(0).expression());
    assertEquals(
        "variables.containers.filter(container, "
            + (env + ".exists(variable, !(variable.name != 'PASSWORD'))).map(container, ")
            + (env + ".filter(variable, !(variable.name != 'PASSWORD')).map(variable, ")
            + "container.name + ' holds ' + variable.name).join('; ')).join('; ')",
        spec.validations().get(0).messageExpression());
  }

  @Test
  void resourcesAreGroupedByGroupAndVersion() {
    assertEquals(
        "[[][pods, pods/ephemeralcontainers, replicationcontrollers],"
            + " [apps][deployments, statefulsets, daemonsets, replicasets],"
            + " [batch][jobs, cronjobs]]",
        compile(PolicyTexts.TAGS).policy().spec().matchConstraints().resourceRules().stream()
            .map(rule -> rule.apiGroups().toString() + rule.resources())
            .toList()
            .toString());
  }
}
