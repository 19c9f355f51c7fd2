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

  static List<ObjectKind> read(PolicyFields spec) {
    List<ObjectKind> kinds = new ArrayList<>();
    spec.section("match").ifPresent(match -> read(match, kinds));
    return kinds.stream().distinct().toList();
  }

  private static void read(PolicyFields match, List<ObjectKind> kinds) {
    List<YamlNode> items = match.items("kinds");
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof YamlScalar notion) {
        kinds.addAll(notion(match, notion));
      } else {
        match.item("kinds", i, items.get(i)).flatMap(MatchReader::kind).ifPresent(kinds::add);
      }
    }
    if (items.isEmpty()) {
      match.invalid(
          "kinds", "the policy matches no kind", "list kinds, or write " + PodTemplates.NAME);
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
