package dev.strake.policy;

import dev.strake.value.Quoted;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code match}: which kinds a policy judges. */
final class MatchReader {

  private MatchReader() {}

  /** Of a policy that judges single documents; the kind of a spec need not be said. */
  static List<ObjectKind> read(PolicyFields spec, PolicyScope scope) {
    if (scope == PolicyScope.SPEC) {
      return List.of(ConfigurationKinds.CLUSTER);
    }
    List<ObjectKind> kinds = new ArrayList<>();
    spec.section("match").ifPresent(match -> read(match, scope, kinds));
    return kinds.stream().distinct().toList();
  }

  private static void read(PolicyFields match, PolicyScope scope, List<ObjectKind> kinds) {
    boolean components = scope == PolicyScope.COMPONENT;
    List<YamlNode> items = match.items("kinds");
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof YamlScalar notion && !components) {
        kinds.addAll(notion(match, notion));
      } else {
        match
            .item("kinds", i, items.get(i))
            .flatMap(item -> components ? configuration(item) : kind(item))
            .ifPresent(kinds::add);
      }
    }
    if (items.isEmpty()) {
      match.invalid(
          "kinds",
          "the policy matches no kind",
          components ? "list kinds" : "list kinds, or write " + PodTemplates.NAME);
    }
    match.refuseOthers();
  }

  private static List<ObjectKind> notion(PolicyFields match, YamlScalar notion) {
    if (notion.text().equals(PodTemplates.NAME)) {
      return PodTemplates.kinds();
    }
    match.invalid(
        "kinds",
        notion.range(),
        Quoted.of(notion.text()) + " does not stand for a group of kinds",
        "write " + PodTemplates.NAME + ", or a mapping with apiGroup and kind");
    return List.of();
  }

  private static Optional<ObjectKind> configuration(PolicyFields fields) {
    String group = fields.text("apiGroup");
    String kind = fields.text("kind");
    fields.refuseOthers();
    Optional<ObjectKind> known = ConfigurationKinds.find(group, kind);
    if (known.isEmpty() && !kind.isEmpty() && !group.isEmpty()) {
      fields.invalid(
          "kind",
          "%s of %s is no configuration of a component that policies can judge"
              .formatted(kind, group),
          "write one of " + String.join(", ", ConfigurationKinds.names()));
    }
    return known;
  }

  private static Optional<ObjectKind> kind(PolicyFields fields) {
    String group = fields.optionalText("apiGroup").orElse("");
    String kind = fields.text("kind");
    Optional<String> version = fields.optionalText("version");
    Optional<String> resource = fields.optionalText("resource");
    fields.refuseOthers();
    if (version.isPresent() && resource.isPresent()) {
      return Optional.of(new ObjectKind(group, version.get(), kind, resource.get(), List.of()));
    }
    Optional<ObjectKind> known = ObjectKinds.find(group, kind);
    if (known.isEmpty() && !kind.isEmpty()) {
      fields.invalid(
          "kind",
          "%s is not a built-in kind of %s"
              .formatted(kind, group.isEmpty() ? "the core group" : group),
          "correct apiGroup and kind; for a custom kind, add its version and resource (the"
              + " plural)");
    }
    return known;
  }
}
