package dev.strake.policy;

import dev.strake.cel.CheckedExpression;
import dev.strake.yaml.NewScalar;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes the parts of an archive; {@link PolicyInput} reads them in the same order. */
final class PolicyOutput {

  /** Writes one part. */
  @FunctionalInterface
  interface Part<T> {
    void write(T value) throws IOException;
  }

  private final DataOutputStream out;
  private final List<ObjectKind> kinds;

  /**
   * @param kinds that policies refer to by position
   */
  PolicyOutput(DataOutputStream out, List<ObjectKind> kinds) {
    this.out = out;
    this.kinds = kinds;
  }

  <T> void list(List<T> items, Part<T> part) throws IOException {
    out.writeInt(items.size());
    for (T item : items) {
      part.write(item);
    }
  }

  void kind(ObjectKind kind) throws IOException {
    text(kind.group());
    text(kind.version());
    text(kind.kind());
    text(kind.resource());
    list(kind.subresources(), this::text);
  }

  void policy(CompiledPolicy compiled) throws IOException {
    Policy policy = compiled.policy();
    text(policy.id());
    text(policy.title());
    text(policy.severity().name());
    text(policy.rationale());
    text(policy.remediation());
    optional(policy.specRemediation(), this::text);
    list(policy.references(), this::text);
    list(policy.profiles(), this::text);
    text(policy.scope().name());
    list(policy.kinds(), kind -> out.writeInt(kinds.indexOf(kind)));
    list(policy.parameters(), this::parameter);
    list(compiled.rules(), this::rule);
  }

  private void parameter(PolicyParameter parameter) throws IOException {
    text(parameter.name());
    text(parameter.description());
    text(parameter.type().name());
    list(parameter.defaultValue(), this::text);
  }

  private void rule(CompiledPolicy.Rule rule) throws IOException {
    Validation validation = rule.validation();
    optional(validation.forEach().map(ElementSet::name), this::text);
    text(validation.expression());
    text(validation.message());
    optional(validation.messageExpression(), this::text);
    list(validation.at(), this::text);
    optional(validation.fix(), this::fix);
    expression(rule.condition());
    optional(rule.message(), this::expression);
    optional(rule.fix(), this::expressionsOfFix);
  }

  private void fix(PolicyFix fix) throws IOException {
    text(fix.title());
    text(fix.action().name());
    list(fix.keys(), this::text);
    optional(fix.value(), this::scalar);
    optional(fix.valueExpression(), this::text);
    optional(fix.when(), this::text);
  }

  private void scalar(NewScalar value) throws IOException {
    text(value.type().name());
    text(value.text());
  }

  private void expressionsOfFix(CompiledPolicy.Fix fix) throws IOException {
    optional(fix.when(), this::expression);
    optional(fix.value(), this::expression);
  }

  private void expression(CheckedExpression expression) throws IOException {
    bytes(expression.toBytes());
  }

  private void text(String text) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private <T> void optional(Optional<T> value, Part<T> part) throws IOException {
    list(value.map(List::of).orElse(List.of()), part);
  }
}
