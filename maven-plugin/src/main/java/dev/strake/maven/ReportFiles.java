package dev.strake.maven;

import dev.strake.bundle.OutputFile;
import dev.strake.report.Findings;
import dev.strake.report.ReportFormat;
import dev.strake.report.ReportSettings;
import dev.strake.report.ReportTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** Reports in files, beside the log. */
final class ReportFiles {

  private record Destination(ReportFormat format, OutputFile file) {}

  private final List<Destination> destinations;

  private ReportFiles(List<Destination> destinations) {
    this.destinations = destinations;
  }

  /**
   * @param reports as in the parameter, relative to a folder
   * @throws MojoExecutionException if one cannot be written
   */
  static ReportFiles open(List<String> reports, Path basedir) throws MojoExecutionException {
    List<Destination> destinations = new ArrayList<>();
    for (String report : reports) {
      ReportTarget target = Goal.valid("reports", report, ReportTarget.parse(report));
      Path path = basedir.resolve(target.file());
      destinations.add(
          new Destination(target.format(), Goal.valid("reports", report, OutputFile.at(path))));
    }
    return new ReportFiles(destinations);
  }

  List<Path> paths() {
    return destinations.stream().map(destination -> destination.file().path()).toList();
  }

  /**
   * @throws MojoExecutionException if one was not written
   */
  void write(Findings findings, ReportSettings settings) throws MojoExecutionException {
    for (Destination destination : destinations) {
      OutputFile file = destination.file();
      Optional<String> reason = file.write(destination.format().render(findings, settings));
      if (reason.isPresent()) {
        throw new MojoExecutionException(
            "reports: cannot write %s: %s".formatted(file.path(), reason.get()));
      }
    }
  }
}
