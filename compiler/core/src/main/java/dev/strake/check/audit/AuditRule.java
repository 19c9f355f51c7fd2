package dev.strake.check.audit;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.Parsed;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** One rule as the API server judges it when it reads the policy. */
final class AuditRule {

  private static final List<String> LEVELS =
      List.of("None", "Metadata", "Request", "RequestResponse");

  private static final List<String> STAGES =
      List.of("RequestReceived", "ResponseStarted", "ResponseComplete", "Panic");

  private final YamlMapping rule;
  private final DiagnosticSink sink;

  AuditRule(YamlMapping rule, DiagnosticSink sink) {
    this.rule = rule;
    this.sink = sink;
  }

  void check() {
    AuditFields.RULE.check(rule, sink);
    checkLevel();
    checkStages(rule, sink);
    checkAddresses();
    PolicyFile.mappings(rule, "resources").forEach(this::checkResources);
    checkBoth();
  }

  private void checkLevel() {
    Optional<YamlNode> level = rule.get("level");
    if (level.isEmpty()) {
      report(rule, "a rule needs a level", "write level: Metadata, or another of " + LEVELS);
    } else if (rule.string("level").filter(LEVELS::contains).isEmpty()) {
      report(level.get(), "there is no such level", "write one of " + LEVELS);
    }
  }

  /** Of a rule or of the whole policy. */
  static void checkStages(YamlMapping part, DiagnosticSink sink) {
    PolicyFile.scalars(part, "omitStages")
        .filter(stage -> !STAGES.contains(stage.value()))
        .forEach(
            stage ->
                sink.report(
                    AuditPolicy.finding(stage.range(), "there is no such stage of a request")
                        .withHelp("write one of " + STAGES)));
  }

  private void checkAddresses() {
    PolicyFile.scalars(rule, "nonResourceURLs")
        .filter(address -> !address.value().equals("*"))
        .forEach(this::checkAddress);
  }

  private void checkAddress(YamlScalar address) {
    String text = address.value();
    int star = text.indexOf('*');
    if (!text.startsWith("/")) {
      report(address, "an address begins with a slash", "write \"/%s\"".formatted(text));
    } else if (star >= 0 && star < text.length() - 1) {
      report(
          address,
          "only the end of an address may be a star",
          "write \"%s\"".formatted(text.substring(0, star + 1)));
    }
  }

  private void checkResources(YamlMapping resources) {
    AuditFields.RESOURCES.check(resources, sink);
    String group = resources.string("group").orElse("");
    if (!group.isEmpty() && DnsSubdomain.parse(group) instanceof Parsed.Bad) {
      report(
          resources.get("group").orElse(resources),
          "this is no API group",
          "write its name without a version, such as apps, or \"\" for that of pods and secrets");
    }
    boolean named = resources.sequence("resourceNames").isPresent();
    if (named && PolicyFile.texts(resources, "resources").isEmpty()) {
      report(
          resources.get("resourceNames").orElse(resources),
          "names need the resources that have them",
          "write resources: [configmaps], or \"*\", beside it");
    }
  }

  private void checkBoth() {
    boolean addresses = !PolicyFile.texts(rule, "nonResourceURLs").isEmpty();
    boolean objects =
        PolicyFile.mappings(rule, "resources").findAny().isPresent()
            || !PolicyFile.texts(rule, "namespaces").isEmpty();
    if (addresses && objects) {
      report(
          rule.get("nonResourceURLs").orElse(rule),
          "a rule is about objects or about other addresses, not both",
          "make two rules of it");
    }
  }

  private void report(YamlNode place, String message, String help) {
    sink.report(AuditPolicy.finding(place.range(), message).withHelp(help));
  }
}
