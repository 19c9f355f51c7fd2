package dev.strake.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strake.generate.ModelTree;
import dev.strake.spec.Policies.ExceptedObject;
import dev.strake.spec.Policies.PolicyException;
import dev.strake.value.DnsLabel;
import dev.strake.value.GroupVersion;
import dev.strake.value.KindName;
import dev.strake.value.PolicyId;
import dev.strake.value.RbacName;
import dev.strake.value.Sentence;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            + "'matchConditions':[{'name':'not-judged-by-its-owner','expression':"
            + "'!(request.userInfo.username in"
            + " ['system:serviceaccount:kube-system:deployment-controller'])'}],"
            + "'variables':[{'name':'minimum','expression':'2'},"
            + "{'name':'leave','expression':'LEAVE'}],"
            + "'validations':[{'expression':"
            + "''test/replicas' in variables.leave || "
            + "(object.spec.replicas >= variables.minimum)',"
            + "'message':'there are too few replicas',"
            + "'messageExpression':'string(object.spec.replicas) + ' replicas are too few'',"
            + "'reason':'Invalid'}],"
            + "'auditAnnotations':[{'key':'leave','valueExpression':"
            + "'variables.leave.join(', ')'}]}}",
        json(compile(PolicyTexts.REPLICAS).policy())
            .replaceFirst("object\\.metadata\\.\\?annotations.*?'}\\]", "LEAVE'}]"));
  }

  @Test
  void leaveIsReadFromTheAnnotation() {
    assertEquals(
        """
        object.metadata.?annotations[?'strake.dev/allow'].orValue('').split('\\n')
        .map(line, line.replace('\\t', ' ').trim())
        .filter(line, line.matches('^test/replicas(#[a-z0-9]([a-z0-9-]*[a-z0-9])?)?( +until +[0-9]{4}-[0-9]{2}-[0-9]{2})? *:.*[^ ]'))
        .map(line, line.split(':')[0].split(' ')[0])\
        """,
        leave(compile(PolicyTexts.REPLICAS)));
  }

  /** Only those for the policy; whoever says no namespace means what clients assume. */
  @Test
  void exceptionsOfTheSpecAreLiterals() {
    AdmissionObjects objects =
        AdmissionCompiler.warning(36)
            .compile(
                PolicyTexts.policy(PolicyTexts.REPLICAS).policy(),
                List.of(
                    exception("test/replicas", null, "shop", null),
                    exception("test/replicas", "apps/v1", null, "side"),
                    exception("test/other", null, "shop", null)));
    assertEquals(
        """
        + (object.kind == 'Deployment' && object.metadata.?name.orValue('') == 'web' && object.metadata.?namespace.orValue('') in ['shop'] ? ['test/replicas'] : [])
        + (object.kind == 'Deployment' && object.metadata.?name.orValue('') == 'web' && object.metadata.?namespace.orValue('') in ['', 'default'] && object.apiVersion.startsWith('apps/') ? ['test/replicas#side'] : [])\
        """,
        leave(objects).lines().skip(4).collect(Collectors.joining("\n")));
  }

  private static String leave(AdmissionObjects objects) {
    return objects.policy().spec().variables().stream()
        .filter(variable -> variable.name().equals("leave"))
        .map(ValidatingAdmissionPolicy.Variable::expression)
        .findFirst()
        .orElseThrow();
  }

  private static PolicyException exception(
      String policy,
      @Nullable String apiVersion,
      @Nullable String namespace,
      @Nullable String container) {
    return new PolicyException(
        new PolicyId(policy),
        new ExceptedObject(
            apiVersion == null ? null : GroupVersion.parse(apiVersion).orThrow(),
            KindName.parse("Deployment").orThrow(),
            namespace == null ? null : DnsLabel.parse(namespace).orThrow(),
            RbacName.parse("web").orThrow(),
            container == null ? null : DnsLabel.parse(container).orThrow()),
        Sentence.parse("the sale").orThrow(),
        null);
  }

  /** Whoever judges only pods has to judge those that controllers make. */
  @Test
  void whatControllersMakeWasJudgedAtItsOwner() {
    assertEquals(
        List.of(
            "!(request.userInfo.username in ["
                + Stream.of(
                        "cronjob",
                        "daemon-set",
                        "deployment",
                        "job",
                        "replicaset",
                        "replication",
                        "statefulset")
                    .map(name -> "'system:serviceaccount:kube-system:" + name + "-controller'")
                    .collect(Collectors.joining(", "))
                + "])"),
        Objects.requireNonNull(compile(PolicyTexts.TAGS).policy().spec().matchConditions()).stream()
            .map(ValidatingAdmissionPolicy.MatchCondition::expression)
            .toList());
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
        'test/tags' in variables.leave || (
          variables.containers.all(
            container, 'test/tags#' + container.?name.orValue('') in variables.leave || (
              // a port also has a colon
              container.image.split('/').exists(part, part.contains(':')) // enough here
            )
          )
        )\
        """,
        spec.validations().get(0).expression());
    assertEquals(
        "[podSpec, containers, leave]",
        spec.variables().stream()
            .map(ValidatingAdmissionPolicy.Variable::name)
            .toList()
            .toString());
  }

  /** Each validation walks over elements of its own; the version becomes a literal. */
  @Test
  void everyShapeOfElementsIsWalkedAround() {
    ValidatingAdmissionPolicy.Spec spec = compile(PolicyTexts.SHAPES).policy().spec();
    String ofContainer = "'test/shapes#' + container.?name.orValue('') in variables.leave || ";
    assertEquals(
        List.of(
            "'test/shapes' in variables.leave || "
                + "((variables.podMetadata.?annotations.orValue({})).all(annotation,"
                + " variables.podMetadata.annotations[annotation] != 'off'))",
            "'test/shapes' in variables.leave || (variables.containers.all(container,"
                + " (container.?securityContext.?capabilities.?add.orValue([])).all(capability, "
                + ofContainer
                + "(capability != 'ALL' || variables.kubernetesMinor < 35))))",
            "'test/shapes' in variables.leave || "
                + "(variables.containers.all(container, ([?container.?livenessProbe,"
                + " ?container.?readinessProbe, ?container.?startupProbe,"
                + " ?container.?lifecycle.?postStart, ?container.?lifecycle.?preStop])"
                + ".all(handler, "
                + ofContainer
                + "(!handler.?exec.hasValue()))))",
            "'test/shapes' in variables.leave || "
                + "(variables.volumes.all(volume, (volume).all(field, field != 'hostPath')))"),
        spec.validations().stream().map(ValidatingAdmissionPolicy.Check::expression).toList());
    assertEquals(
        List.of("podSpec", "podMetadata", "kubernetesMinor", "containers", "volumes", "leave"),
        spec.variables().stream().map(ValidatingAdmissionPolicy.Variable::name).toList());
    assertEquals("36", spec.variables().get(2).expression());
  }

  @Test
  void elementsOfElementsAreWalkedInside() {
    ValidatingAdmissionPolicy.Spec spec = compile(PolicyTexts.SECRETS).policy().spec();
    String env = "((has(container.env) && container.env != null ? container.env : []))";
    String kept =
        "'test/secrets#' + container.?name.orValue('') in variables.leave ||"
            + " (variable.name != 'PASSWORD')";
    assertEquals(
        "'test/secrets' in variables.leave || (variables.containers.all(container, "
            + env
            + (".all(variable, " + kept + ")))"),
        spec.validations().get(0).expression());
    assertEquals(
        "variables.containers.filter(container, "
            + (env + ".exists(variable, !(" + kept + "))).map(container, ")
            + (env + ".filter(variable, !(" + kept + ")).map(variable, ")
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
