package dev.strake.policy;

import dev.strake.value.Quoted;
import java.util.List;
import java.util.Optional;

/** Reads {@code forEach}: of a policy, for all its validations, or of one of them. */
final class ForEachReader {

  private ForEachReader() {}

  static Optional<ElementSet> read(PolicyFields fields, List<ObjectKind> kinds) {
    Optional<String> name = fields.optionalText("forEach");
    Optional<ElementSet> set = name.flatMap(ElementSet::find);
    if (name.isPresent() && set.isEmpty()) {
      List<String> names = ElementSet.ALL.stream().map(ElementSet::name).toList();
      fields.invalid(
          "forEach",
          "objects have no parts called " + Quoted.of(name.get()),
          "write one of " + String.join(", ", names));
    }
    boolean podless = kinds.stream().anyMatch(kind -> !PodTemplates.has(kind));
    if (podless && set.filter(s -> s.base().isOfPods()).isPresent()) {
      fields.invalid(
          "forEach",
          "not every kind that the policy matches has " + name.orElseThrow(),
          "match " + PodTemplates.NAME + " or kinds that make pods");
    }
    return set;
  }
}
