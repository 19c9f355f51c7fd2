package dev.strake.cli;

import dev.strake.render.InstalledTools;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceTree;
import dev.strake.sync.doctor.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at what this machine has of the tools that some sources need. */
final class MachineExamination {

  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final String CHART = "Chart.yaml";

  private final InstalledTools tools;

  MachineExamination(InstalledTools tools) {
    this.tools = tools;
  }

  List<Finding> of(SourceTree sources) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("java", Runtime.version() + " in " + System.getProperty("java.home")));
    findings.add(
        Finding.ok(
            "git",
            tools
                .find("git")
                .map(Path::toString)
                .orElse("not there, and not needed: Strake reads repositories by itself")));
    findings.add(kustomize(has(sources, KUSTOMIZATIONS)));
    findings.add(helm(has(sources, Set.of(CHART))));
    return findings;
  }

  private static boolean has(SourceTree sources, Set<String> names) {
    return sources.entries().stream()
        .map(SourceEntry::path)
        .anyMatch(path -> names.contains(path.substring(path.lastIndexOf('/') + 1)));
  }

  private Finding kustomize(boolean needed) {
    Optional<Path> found = tools.find("kustomize").or(() -> tools.find("kubectl"));
    if (found.isPresent()) {
      return Finding.ok("kustomize", found.get().toString());
    }
    return needed
        ? Finding.problem(
            "kustomize",
            "there are overlays, and neither kustomize nor kubectl is on the PATH",
            "install one of them: overlays are not checked and not applied without")
        : Finding.ok("kustomize", "not there, and not needed: there are no overlays");
  }

  private Finding helm(boolean needed) {
    if (tools.hasHelm()) {
      return Finding.ok("helm", "Strake has it built in");
    }
    return needed
        ? Finding.problem(
            "helm", "there are charts, and this program comes without Helm", "use a whole build")
        : Finding.ok("helm", "not there, and not needed: there are no charts");
  }
}
