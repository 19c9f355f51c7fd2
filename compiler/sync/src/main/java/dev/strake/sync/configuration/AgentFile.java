package dev.strake.sync.configuration;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import dev.strake.sync.webhook.WebhookHost;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlFile;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads an agent's configuration: one document of {@code kind: Agent}. */
public final class AgentFile {

  private static final String API_VERSION = "strake.dev/v1alpha1";
  private static final String KIND = "Agent";
  private static final Duration SHORTEST = Duration.ofSeconds(5);

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private AgentFile() {}

  /** No value if there is any error. */
  public static Checked<AgentConfiguration> read(SourceFile file) {
    AgentFile reading = new AgentFile();
    Optional<AgentConfiguration> configuration = reading.document(file);
    return configuration.isPresent() && reading.diagnostics.isEmpty()
        ? Checked.of(configuration.get(), List.of())
        : Checked.failed(reading.diagnostics);
  }

  private Optional<AgentConfiguration> document(SourceFile file) {
    YamlFile yaml = YamlReader.withDefaultLimits().read(file, diagnostics::add);
    List<YamlDocument> documents = yaml.documents();
    if (documents.size() == 1 && documents.get(0).root() instanceof YamlMapping mapping) {
      return root(new Section(mapping, NodePath.ROOT, file.range(0, 0), diagnostics::add));
    }
    if (diagnostics.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(Section.INVALID, file.range(0, 0), "it is not one document with fields")
              .withHelp("begin with apiVersion: %s and kind: %s".formatted(API_VERSION, KIND)));
    }
    return Optional.empty();
  }

  private Optional<AgentConfiguration> root(Section root) {
    exactly(root, "apiVersion", API_VERSION);
    exactly(root, "kind", KIND);
    Optional<Section> metadata = root.section("metadata");
    if (metadata.isEmpty()) {
      root.report("metadata", "metadata is missing", "write metadata: {name: fleet}");
    }
    Optional<String> name = metadata.flatMap(AgentFile::name);
    Optional<Section> spec = root.section("spec");
    if (spec.isEmpty()) {
      root.report("spec", "spec is missing", "write spec: with repositories and clusters");
    }
    root.end();
    return spec.map(section -> spec(section, name.orElse("")));
  }

  private static Optional<String> name(Section metadata) {
    metadata.require("name", "fleet");
    Optional<String> name = metadata.read("name", "fleet", Texts::name);
    metadata.end();
    return name;
  }

  private static void exactly(Section section, String name, String wanted) {
    section.require(name, wanted);
    Optional<String> text = section.text(name);
    if (text.isPresent() && !text.get().equals(wanted)) {
      section.report(
          name, "%s is not %s".formatted(name, wanted), "write %s: %s".formatted(name, wanted));
    }
  }

  private AgentConfiguration spec(Section spec, String name) {
    Set<String> names = new LinkedHashSet<>();
    List<RepositoryConfiguration> repositories =
        unique(
            spec,
            "repositories",
            section -> {
              // Also one with mistakes is there, and a cluster may name it.
              section.glance("name").ifPresent(names::add);
              return RepositoryReader.read(section);
            },
            RepositoryConfiguration::name);
    List<ClusterConfiguration> clusters =
        unique(
            spec,
            "clusters",
            section -> ClusterSectionReader.read(section, names),
            ClusterConfiguration::name);
    Map<WebhookHost, List<Path>> webhooks = webhooks(spec);
    AgentConfiguration configuration =
        new AgentConfiguration(
            name,
            spec.read("namespace", "strake-system", Texts::name).orElse("strake-system"),
            interval(spec, "poll", "1m", Duration.ofMinutes(1)),
            interval(spec, "drift", "10m", Duration.ofMinutes(10)),
            spec.number("concurrency", 4, 1, 64),
            interval(spec, "drain", "50s", Duration.ofSeconds(50)),
            spec.read("cache", "/var/cache/strake", Texts::file)
                .orElse(Path.of("/var/cache/strake")),
            spec.number("webhookPort", 9292, 0, 65535),
            spec.number("statusPort", 8081, 0, 65535),
            webhooks,
            repositories,
            clusters);
    spec.end();
    return configuration;
  }

  private static Duration interval(Section spec, String name, String example, Duration byDefault) {
    Duration found = spec.read(name, example, Texts::duration).orElse(byDefault);
    if (found.compareTo(SHORTEST) < 0) {
      spec.report(
          name, name + " is shorter than five seconds", "write %s: %s".formatted(name, example));
      return byDefault;
    }
    return found;
  }

  private <T> List<T> unique(
      Section spec,
      String name,
      Function<Section, Optional<T>> reading,
      Function<T, String> naming) {
    List<T> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    if (!spec.has(name)) {
      spec.report(name, name + " is missing", "write at least one below " + name);
    }
    for (Section section : spec.sections(name)) {
      Optional<T> item = reading.apply(section);
      if (item.isPresent()) {
        if (!names.add(naming.apply(item.get()))) {
          section.report("name", "there are two of this name", "give each its own");
        }
        found.add(item.get());
      }
    }
    return found;
  }

  private static Map<WebhookHost, List<Path>> webhooks(Section spec) {
    Map<WebhookHost, List<Path>> webhooks = new EnumMap<>(WebhookHost.class);
    for (Section section : spec.sections("webhooks")) {
      section.require("host", "github");
      Optional<WebhookHost> host =
          section.read(
              "host",
              "github, gitlab, gitea or bitbucket",
              text ->
                  WebhookHost.of(text)
                      .orElseThrow(() -> new IllegalArgumentException("nobody knows this host")));
      List<Path> secrets = new ArrayList<>();
      for (String text : section.texts("secrets")) {
        try {
          secrets.add(Texts.file(text));
        } catch (IllegalArgumentException e) {
          section.report("secrets", text + ": " + e.getMessage(), "write an absolute path");
        }
      }
      if (secrets.isEmpty()) {
        section.report(
            "secrets",
            "without a secret, nobody's announcements would be believed",
            "write secrets: [/etc/strake/webhooks/github]");
      }
      section.end();
      if (host.isPresent() && webhooks.put(host.get(), secrets) != null) {
        section.report("host", "there are two of this host", "name all its secrets in one");
      }
    }
    return webhooks;
  }
}
