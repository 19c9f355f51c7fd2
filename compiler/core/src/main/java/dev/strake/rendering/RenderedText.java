package dev.strake.rendering;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.ManifestReader;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.yaml.YamlFile;
import dev.strake.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/**
 * YAML that a tool has printed. What is found in it is reported at the places that it comes from.
 */
public final class RenderedText {

  // No user can mistake it for one of their files.
  private static final String NAME = "(rendered)";

  private final SourceFile file;

  /** The text, which counts as a file in the folder that was rendered: it is its owner's. */
  public RenderedText(String folder, String text) {
    this.file = SourceFile.of(folder.isEmpty() ? NAME : folder + "/" + NAME, text);
  }

  /** Where the parts of rendered objects come from. */
  public interface Places {

    /** An object with the map that leads back; it may be changed on the way. */
    Manifest traced(Manifest object);

    /** Where a stretch of the text comes from. */
    SourceRange origin(SourceRange rendered);
  }

  public SourceFile file() {
    return file;
  }

  /** The objects in it. */
  public List<Manifest> objects(Places places, DiagnosticSink sink) {
    List<Diagnostic> findings = new ArrayList<>();
    YamlFile yaml = YamlReader.withDefaultLimits().read(file, findings::add);
    List<Manifest> objects = ManifestReader.read(yaml, findings::add);
    findings.forEach(finding -> sink.report(moved(finding, places)));
    return objects.stream().map(places::traced).toList();
  }

  private static Diagnostic moved(Diagnostic finding, Places places) {
    SourceRange rendered = finding.range();
    return finding
        .withRange(places.origin(rendered))
        .withRelated(rendered, "in what is rendered from it");
  }
}
