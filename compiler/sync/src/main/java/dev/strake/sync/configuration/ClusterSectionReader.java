package dev.strake.sync.configuration;

import dev.strake.sync.schedule.Cron;
import dev.strake.sync.schedule.SyncWindow;
import dev.strake.sync.schedule.SyncWindows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code spec.clusters}. */
final class ClusterSectionReader {

  private ClusterSectionReader() {}

  /**
   * Empty if too little of it can be read; then that is reported.
   *
   * @param repositories that there are
   */
  static Optional<ClusterConfiguration> read(Section section, Set<String> repositories) {
    section.require("name", "prod");
    Optional<String> name = section.read("name", "prod", Texts::name);
    section.require("repository", "clusters");
    Optional<String> repository = section.text("repository");
    if (repository.isPresent() && !repositories.contains(repository.get())) {
      section.report(
          "repository",
          "there is no repository " + repository.get(),
          repositories.isEmpty()
              ? "write it below spec.repositories"
              : "there are " + String.join(", ", repositories));
    }
    String path = section.read("path", "clusters/prod", Texts::folder).orElse("");
    Optional<Section> connection = section.section("kubeconfig");
    Optional<Path> kubeconfig = connection.flatMap(ClusterSectionReader::kubeconfig);
    String context = connection.flatMap(inner -> inner.text("context")).orElse("");
    connection.ifPresent(Section::end);
    boolean suspended = section.flag("suspend");
    List<SyncWindow> windows = new ArrayList<>();
    for (Section window : section.sections("windows")) {
      window(window).ifPresent(windows::add);
    }
    section.end();
    if (name.isEmpty() || repository.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ClusterConfiguration(
            name.get(),
            repository.get(),
            path,
            kubeconfig,
            context,
            suspended,
            new SyncWindows(windows)));
  }

  private static Optional<Path> kubeconfig(Section section) {
    section.require("file", "/etc/strake/kubeconfigs/prod");
    return section.read("file", "/etc/strake/kubeconfigs/prod", Texts::file);
  }

  private static Optional<SyncWindow> window(Section section) {
    boolean allow = section.has("allow");
    boolean deny = section.has("deny");
    if (allow == deny) {
      section.report(
          "allow", "a window either allows or denies", "write allow: \"0 22 * * *\", or deny:");
    }
    String kind = deny ? "deny" : "allow";
    Optional<Cron> starts = section.read(kind, "\"0 22 * * *\"", Cron::parse);
    section.require("duration", "8h");
    Optional<Duration> duration = section.read("duration", "8h", Texts::duration);
    ZoneId zone = section.read("timeZone", "Europe/Berlin", Texts::zone).orElse(ZoneOffset.UTC);
    section.end();
    if (starts.isEmpty() || duration.isEmpty() || allow == deny) {
      return Optional.empty();
    }
    if (!SyncWindow.canLast(duration.get())) {
      section.report(
          "duration", "a window is open for one minute to seven days", "write duration: 8h");
      return Optional.empty();
    }
    SyncWindow.Kind side = deny ? SyncWindow.Kind.DENY : SyncWindow.Kind.ALLOW;
    return Optional.of(new SyncWindow(side, starts.get(), duration.get(), zone));
  }
}
