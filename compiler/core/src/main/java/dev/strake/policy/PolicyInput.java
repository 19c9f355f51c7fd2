package dev.strake.policy;

import dev.strake.cel.CheckedExpression;
import dev.strake.yaml.NewScalar;
import dev.strake.yaml.ScalarType;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the parts of an archive that {@link PolicyOutput} wrote. */
final class PolicyInput {

  /** Reads one part. */
  @FunctionalInterface
  interface Part<T> {
    T read() throws IOException;
  }

  private final DataInputStream in;
  private List<ObjectKind> kinds = List.of();

  PolicyInput(DataInputStream in) {
    this.in = in;
  }

  List<CompiledPolicy> policies() throws IOException {
    kinds = list(this::kind);
    return list(this::policy);
  }

  private <T> List<T> list(Part<T> part) throws IOException {
    int size = in.readInt();
    List<T> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(part.read());
    }
    return items;
  }

  private ObjectKind kind() throws IOException {
    return new ObjectKind(text(), text(), text(), text(), list(this::text));
  }

  private CompiledPolicy policy() throws IOException {
    String id = text();
    String title = text();
    PolicySeverity severity = PolicySeverity.valueOf(text());
    String rationale = text();
    String remediation = text();
    Optional<String> specRemediation = optional(this::text);
    List<String> references = list(this::text);
    List<String> profiles = list(this::text);
    PolicyScope scope = PolicyScope.valueOf(text());
    List<ObjectKind> matched = list(() -> kinds.get(in.readInt()));
    List<PolicyParameter> parameters = list(this::parameter);
    List<CompiledPolicy.Rule> rules = list(this::rule);
    Policy policy =
        new Policy(
            id,
            title,
            severity,
            rationale,
            remediation,
            specRemediation,
            references,
            profiles,
            scope,
            matched,
            parameters,
            rules.stream().map(CompiledPolicy.Rule::validation).toList());
    return new CompiledPolicy(policy, rules);
  }

  private PolicyParameter parameter() throws IOException {
    return new PolicyParameter(
        text(), text(), PolicyParameter.Type.valueOf(text()), list(this::text));
  }

  private CompiledPolicy.Rule rule() throws IOException {
    Validation validation =
        new Validation(
            optional(this::text).flatMap(ElementSet::find),
            text(),
            text(),
            optional(this::text),
            list(this::text),
            optional(this::fix));
    return new CompiledPolicy.Rule(
        validation, expression(), optional(this::expression), optional(this::expressionsOfFix));
  }

  private PolicyFix fix() throws IOException {
    return new PolicyFix(
        text(),
        PolicyFix.Action.valueOf(text()),
        list(this::text),
        optional(this::scalar),
        optional(this::text),
        optional(this::text));
  }

  private NewScalar scalar() throws IOException {
    return new NewScalar(ScalarType.valueOf(text()), text());
  }

  private CompiledPolicy.Fix expressionsOfFix() throws IOException {
    return new CompiledPolicy.Fix(optional(this::expression), optional(this::expression));
  }

  private CheckedExpression expression() throws IOException {
    return CheckedExpression.fromBytes(bytes());
  }

  private String text() throws IOException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private byte[] bytes() throws IOException {
    return in.readNBytes(in.readInt());
  }

  private <T> Optional<T> optional(Part<T> part) throws IOException {
    return list(part).stream().findFirst();
  }
}
