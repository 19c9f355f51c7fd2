package dev.strake.policy;

import dev.strake.policy.ValidatingAdmissionPolicy.AuditAnnotation;
import dev.strake.policy.ValidatingAdmissionPolicy.Check;
import dev.strake.policy.ValidatingAdmissionPolicy.MatchCondition;
import dev.strake.policy.ValidatingAdmissionPolicy.MatchConstraints;
import dev.strake.policy.ValidatingAdmissionPolicy.Metadata;
import dev.strake.policy.ValidatingAdmissionPolicy.ResourceRule;
import dev.strake.policy.ValidatingAdmissionPolicy.Spec;
import dev.strake.policy.ValidatingAdmissionPolicy.Variable;
import dev.strake.policy.ValidatingAdmissionPolicyBinding.MatchResources;
import dev.strake.policy.ValidatingAdmissionPolicyBinding.NamespaceSelector;
import dev.strake.policy.ValidatingAdmissionPolicyBinding.Requirement;
import dev.strake.spec.Policies.PolicyException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compiles policies to ValidatingAdmissionPolicies: the second gate of the same rule. The cluster
 * evaluates the very expressions that the engine does; only the walk over elements, which the
 * engine does itself, is added to them.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/">Validating
 *     Admission Policy</a>
 */
public final class AdmissionCompiler {

  private static final String NAME_SUFFIX = ".strake.dev";

  /** Set by the API server on every namespace, so that nobody escapes by a label. */
  private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  private final List<String> exemptNamespaces;
  private final List<String> actions;
  private final int kubernetesMinor;

  /**
   * A compiler for one cluster.
   *
   * @param exemptNamespaces where the policies do not apply; at least one
   * @param actions what follows from a violation: {@code Warn} and {@code Audit}, or {@code Deny}
   * @param kubernetesMinor of the cluster's version: 36 for Kubernetes 1.36
   */
  public AdmissionCompiler(
      List<String> exemptNamespaces, List<String> actions, int kubernetesMinor) {
    this.exemptNamespaces = List.copyOf(exemptNamespaces);
    this.actions = List.copyOf(actions);
    this.kubernetesMinor = kubernetesMinor;
  }

  /** Warns and audits everywhere but in {@code kube-system} and in our own namespace. */
  public static AdmissionCompiler warning(int kubernetesMinor) {
    return new AdmissionCompiler(
        List.of("kube-system", "strake-system"), List.of("Warn", "Audit"), kubernetesMinor);
  }

  /** Without exceptions but those that objects have of themselves. */
  public AdmissionObjects compile(Policy policy) {
    return compile(policy, List.of());
  }

  /**
   * What a policy becomes.
   *
   * @param exceptions of the cluster's spec, from any policy
   */
  public AdmissionObjects compile(Policy policy, List<PolicyException> exceptions) {
    AdmissionLeave leave = new AdmissionLeave(policy, exceptions);
    return new AdmissionObjects(admissionPolicy(policy, leave), binding(policy));
  }

  /** What the objects are called that a policy becomes. */
  public static String name(String policyId) {
    return policyId.replace('/', '.') + NAME_SUFFIX;
  }

  private static String name(Policy policy) {
    return name(policy.id());
  }

  private ValidatingAdmissionPolicy admissionPolicy(Policy policy, AdmissionLeave leave) {
    Metadata metadata =
        new Metadata(
            name(policy), new ValidatingAdmissionPolicy.Annotations(policy.id(), policy.title()));
    List<Check> checks = policy.validations().stream().map(each -> check(each, leave)).toList();
    return ValidatingAdmissionPolicy.of(
        metadata,
        new Spec(
            "Fail",
            new MatchConstraints("Equivalent", resourceRules(policy)),
            matchConditions(policy),
            variables(policy, checks, leave),
            checks,
            List.of(new AuditAnnotation(AdmissionLeave.NAME, leave.note()))));
  }

  private static @Nullable List<MatchCondition> matchConditions(Policy policy) {
    List<String> makers = Makers.judgedBefore(policy);
    String names = makers.stream().map(CelText::quote).collect(Collectors.joining(", "));
    return makers.isEmpty()
        ? null
        : List.of(
            new MatchCondition(
                "not-judged-by-its-owner",
                "!(request.userInfo.username in [%s])".formatted(names)));
  }

  private ValidatingAdmissionPolicyBinding binding(Policy policy) {
    Requirement elsewhere = new Requirement(NAMESPACE_NAME, "NotIn", exemptNamespaces);
    return ValidatingAdmissionPolicyBinding.of(
        new Metadata(name(policy), null),
        new ValidatingAdmissionPolicyBinding.Spec(
            name(policy), actions, new MatchResources(new NamespaceSelector(List.of(elsewhere)))));
  }

  private static List<ResourceRule> resourceRules(Policy policy) {
    Map<List<String>, List<String>> resources = new LinkedHashMap<>();
    for (ObjectKind kind : policy.kinds()) {
      List<String> names =
          resources.computeIfAbsent(
              List.of(kind.group(), kind.version()), key -> new ArrayList<>());
      names.add(kind.resource());
      kind.subresources().forEach(part -> names.add(kind.resource() + "/" + part));
    }
    List<String> operations = List.of("CREATE", "UPDATE");
    return resources.entrySet().stream()
        .map(
            entry ->
                new ResourceRule(
                    entry.getKey().subList(0, 1),
                    entry.getKey().subList(1, 2),
                    operations,
                    entry.getValue()))
        .toList();
  }

  private static Check check(Validation validation, AdmissionLeave leave) {
    Check check =
        validation
            .forEach()
            .filter(set -> !set.isWhole())
            .map(
                set -> checkOfAll(set, validation, leave.orContainer(set, validation.expression())))
            .orElseGet(
                () -> check(validation, validation.expression(), validation.messageExpression()));
    return new Check(
        leave.orWhole(check.expression()),
        check.message(),
        check.messageExpression(),
        check.reason());
  }

  private static Check checkOfAll(ElementSet set, Validation validation, String condition) {
    return check(validation, all(set, condition), messageOfAll(set, validation, condition));
  }

  private static String all(ElementSet set, String condition) {
    String all = CelText.call(list(set) + ".all", set.element() + ", " + condition);
    return set.outer().map(outer -> all(outer, all)).orElse(all);
  }

  private static String list(ElementSet set) {
    return set.isVariable() ? PolicyVariables.of(set) : "(" + set.expression() + ")";
  }

  private static Check check(
      Validation validation, String expression, Optional<String> messageExpression) {
    @Nullable String message = messageExpression.orElse(null);
    return new Check(expression, validation.message(), message, "Invalid");
  }

  /** Names every guilty element. */
  private static Optional<String> messageOfAll(ElementSet set, Validation validation, String kept) {
    Optional<String> own = validation.messageExpression();
    Optional<String> ofOne = own.or(set::label);
    if (ofOne.isEmpty()) {
      return Optional.empty();
    }
    String condition = CelText.call("!", kept);
    String separator = own.isPresent() ? "'; '" : "', '";
    String messages = messages(set, condition, ofOne.get(), separator);
    return Optional.of(
        own.isPresent() ? messages : CelText.quote(validation.message() + ": ") + " + " + messages);
  }

  private static String any(ElementSet set, String condition) {
    return CelText.call(list(set) + ".exists", set.element() + ", " + condition);
  }

  /** The text about every guilty element, joined. */
  private static String messages(
      ElementSet set, String guilty, String messageOfOne, String separator) {
    String found = CelText.call(list(set) + ".filter", set.element() + ", " + guilty);
    String each = CelText.call(found + ".map", set.element() + ", " + messageOfOne);
    String joined = each + ".join(" + separator + ")";
    return set.outer()
        .map(outer -> messages(outer, any(set, guilty), joined, separator))
        .orElse(joined);
  }

  /** Those that some expression reads, and those that these read. */
  private List<Variable> variables(Policy policy, List<Check> checks, AdmissionLeave leave) {
    StringBuilder texts = new StringBuilder();
    for (Check check : checks) {
      texts.append(check.expression()).append('\n').append(check.messageExpression()).append('\n');
    }
    List<Variable> variables = new ArrayList<>();
    addIfRead(variables, texts, "kubernetesMinor", String.valueOf(kubernetesMinor));
    for (PolicyParameter parameter : policy.parameters()) {
      addIfRead(variables, texts, parameter.name(), parameter.literal());
    }
    for (ElementSet set : PolicyVariables.sets(policy.readsPods())) {
      addIfRead(variables, texts, set.name(), set.expression());
    }
    if (policy.readsPods()) {
      List<Variable> pods = new ArrayList<>();
      addIfRead(pods, texts, "podSpec", PodTemplates.EXPRESSION);
      addIfRead(pods, texts, "podMetadata", PodTemplates.METADATA_EXPRESSION);
      // A variable can only read those above it.
      variables.addAll(0, pods);
    }
    variables.add(new Variable(AdmissionLeave.NAME, leave.expression()));
    return variables;
  }

  private static void addIfRead(
      List<Variable> variables, StringBuilder texts, String name, String expression) {
    if (Pattern.compile("\\bvariables\\." + name + "\\b").matcher(texts).find()) {
      variables.add(new Variable(name, expression));
      texts.append('\n').append(expression);
    }
  }
}
