package dev.strake.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.cel.CelValue;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.exempt.Exemptions;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.policy.AdmissionCompiler;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyEngine;
import dev.strake.policy.PolicySelection;
import dev.strake.source.SourceFile;
import dev.strake.spec.Policies.ExceptedObject;
import dev.strake.spec.Policies.PolicyException;
import dev.strake.value.DnsLabel;
import dev.strake.value.KindName;
import dev.strake.value.PolicyId;
import dev.strake.value.RbacName;
import dev.strake.value.Sentence;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cluster's gate grants the leave that the first gate grants, to every object of every case
 * that breaks a policy: the whole object, one container, and nothing where the leave is not for it.
 */
final class AdmissionLeaveTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);
  private static final Pattern CONTAINER =
      Pattern.compile(".*/(containers|initContainers|ephemeralContainers)/([0-9]+)(/.*)?");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What one policy says about the objects of one case. */
  private record Case(CompiledPolicy policy, int minor, Manifest object) {

    String id() {
      return policy.policy().id();
    }

    /** The first gate, with the object's own leave. */
    List<Diagnostic> found(Manifest leaving) {
      PolicyEngine engine =
          PolicyEngine.of(
              List.of(policy), PolicySelection.profile("all"), minor, PodTemplatePaths.KNOWN);
      List<Diagnostic> problems = new ArrayList<>();
      return new Exemptions(Optional.empty(), Set.of(id()), Set.of(), AS_OF, problems::add)
          .left(leaving, engine.evaluate(List.of(leaving)));
    }

    List<String> refused(Manifest leaving, List<PolicyException> exceptions) {
      return new AdmissionSimulator(
              AdmissionCompiler.warning(minor).compile(policy.policy(), exceptions).policy())
          .violations(leaving, CelValue.ofObject(leaving.root()));
    }

    /** The object with an annotation. */
    Manifest with(String annotation) {
      ObjectNode json = (ObjectNode) json(object.root());
      child(child(json, "metadata"), "annotations").put("strake.dev/allow", annotation);
      return read(json);
    }
  }

  @TestFactory
  Stream<DynamicTest> bothGatesGrantTheSameLeave() {
    List<CompiledPolicy> builtIn = BuiltInPolicies.load();
    return PolicyCasesTest.folders().stream()
        .flatMap(
            folder ->
                builtIn.stream()
                    .filter(policy -> policy.policy().isEnforceable())
                    .filter(policy -> policy.policy().id().equals(folder.id()))
                    .flatMap(
                        policy ->
                            folder.fail().stream()
                                .map(
                                    file ->
                                        dynamicTest(
                                            file.path(), () -> assertLeave(policy, file)))));
  }

  private static void assertLeave(CompiledPolicy builtIn, SourceFile file) {
    CompiledPolicy policy = CaseParameters.apply(builtIn, file, new ArrayList<>());
    List<Integer> versions = CaseVersions.of(file);
    int minor = versions.get(versions.size() - 1);
    int guilty = 0;
    for (Manifest manifest : PolicyCases.manifests(file, new ArrayList<>())) {
      Case one = new Case(policy, minor, read(json(manifest.root())));
      List<Diagnostic> findings = one.found(one.object());
      if (!findings.isEmpty()) {
        guilty++;
        assertWhole(one);
        assertNoLeave(one);
        for (String container : containers(one.object(), findings)) {
          assertContainer(one, container);
        }
      }
    }
    assertTrue(guilty > 0, "no object of the case breaks the policy");
  }

  private static void assertWhole(Case one) {
    for (String line :
        List.of(
            one.id() + ": agreed",
            "other/policy: first\n  \t" + one.id() + " \tuntil  2026-12-31 :agreed  \n")) {
      Manifest leaving = one.with(line);
      assertEquals(List.of(), one.found(leaving), line);
      assertEquals(List.of(), one.refused(leaving, List.of()), line);
    }
    exception(one, null)
        .ifPresent(all -> assertEquals(List.of(), one.refused(one.object(), List.of(all))));
  }

  private static void assertNoLeave(Case one) {
    for (String line :
        List.of(
            one.id() + ":",
            one.id() + ": ",
            one.id() + " until tomorrow: agreed",
            one.id() + "-2: agreed",
            "x" + one.id() + ": agreed",
            one.id() + "#no-such-container: agreed",
            "other/policy: " + one.id() + ": agreed")) {
      Manifest leaving = one.with(line);
      assertFalse(one.found(leaving).isEmpty(), line);
      assertFalse(one.refused(leaving, List.of()).isEmpty(), line);
    }
  }

  private static void assertContainer(Case one, String container) {
    Manifest leaving = one.with(one.id() + "#" + container + " until 2026-12-31: agreed");
    List<Diagnostic> left = one.found(leaving);
    List<String> refused = one.refused(leaving, List.of());
    assertEquals(left.isEmpty(), refused.isEmpty(), () -> left + " " + refused);
    String all = String.join("\n", refused);
    left.forEach(finding -> assertTrue(all.contains(finding.message()), () -> finding + " " + all));
    exception(one, container)
        .ifPresent(some -> assertEquals(refused, one.refused(one.object(), List.of(some))));
  }

  /** Empty for an object that a spec cannot name. */
  private static Optional<PolicyException> exception(Case one, @Nullable String container) {
    String namespace = one.object().ref().namespace();
    String name = one.object().ref().name();
    return RbacName.parse(name)
        .match(
            named ->
                Optional.of(
                    new PolicyException(
                        new PolicyId(one.id()),
                        new ExceptedObject(
                            null,
                            KindName.parse(one.object().ref().kind()).orThrow(),
                            namespace == null ? null : DnsLabel.parse(namespace).orThrow(),
                            named,
                            container == null ? null : DnsLabel.parse(container).orThrow()),
                        Sentence.parse("agreed").orThrow(),
                        null)),
            problem -> Optional.empty());
  }

  private static Set<String> containers(Manifest object, List<Diagnostic> findings) {
    Set<String> names = new TreeSet<>();
    for (Diagnostic finding : findings) {
      Matcher path = CONTAINER.matcher(String.valueOf(finding.path()));
      if (path.matches()) {
        String pointer = String.valueOf(finding.path());
        String list = pointer.substring(1, path.start(2) - 1);
        NodePath at = NodePath.of(list.split("/", -1)).index(Integer.parseInt(path.group(2)));
        object.find(at.key("name")).ifPresent(name -> names.add(((YamlScalar) name).value()));
      }
    }
    return names;
  }

  private static Manifest read(JsonNode json) {
    try {
      String text = MAPPER.writeValueAsString(json);
      return PolicyCases.manifests(SourceFile.of("object.json", text), new ArrayList<>()).get(0);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode child(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
  }

  private static JsonNode json(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      ObjectNode object = MAPPER.createObjectNode();
      mapping.entries().forEach(entry -> object.set(entry.name(), json(entry.value())));
      return object;
    }
    if (node instanceof YamlSequence list) {
      ArrayNode array = MAPPER.createArrayNode();
      list.items().forEach(item -> array.add(json(item)));
      return array;
    }
    YamlScalar scalar = (YamlScalar) node;
    return switch (scalar.type()) {
      case STRING -> MAPPER.getNodeFactory().textNode(scalar.text());
      case BOOLEAN -> MAPPER.getNodeFactory().booleanNode(scalar.booleanValue());
      case INTEGER -> MAPPER.getNodeFactory().numberNode(scalar.longValue());
      case FLOAT -> MAPPER.getNodeFactory().numberNode(scalar.doubleValue());
      case NULL -> MAPPER.nullNode();
    };
  }
}
