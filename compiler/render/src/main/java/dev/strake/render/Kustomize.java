package dev.strake.render;

import dev.strake.rendering.RenderInput;
import dev.strake.rendering.RenderResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Kustomize, by itself or as a part of kubectl: whichever is installed.
 *
 * @param command without the folder; empty if neither is there
 */
record Kustomize(List<String> command, Workplace workplace) {

  static Kustomize on(SearchPath path, Workplace workplace) {
    Optional<List<String>> alone =
        path.find("kustomize").map(program -> List.of(program.toString(), "build"));
    Optional<List<String>> inKubectl =
        path.find("kubectl").map(program -> List.of(program.toString(), "kustomize"));
    return new Kustomize(alone.or(() -> inKubectl).orElse(List.of()), workplace);
  }

  RenderResult build(RenderInput input) {
    if (command.isEmpty()) {
      return new RenderResult.Unavailable("neither kustomize nor kubectl is on the PATH");
    }
    try (PrivateFolder folder = PrivateFolder.in(workplace.temporary())) {
      folder.write(input.files());
      Path target = folder.path().resolve(input.folder());
      ChildProcess.Outcome outcome =
          ChildProcess.run(command, target, Map.of(), workplace.bounds());
      return outcome.succeeded()
          ? new RenderResult.Rendered(outcome.output())
          : new RenderResult.Failed(Complaint.of(outcome, folder.path()));
    }
  }
}
