package dev.strake.kustomize;

import dev.strake.manifest.Manifest;
import dev.strake.manifest.ManifestReader;
import dev.strake.manifest.NodePlace;
import dev.strake.manifest.SourceMap;
import dev.strake.rendering.RenderedText;
import dev.strake.source.SourceRange;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Leads from built objects to the files that they are from: to the patch that has set a value, else
 * to the resource, else to what in a Kustomization the value stands in.
 */
final class BuiltPlaces implements RenderedText.Places {

  private final Overlay overlay;
  private final TreeFiles tree;
  private final Patches patches;
  private final LiteralPlaces literals;
  private final boolean noted;

  BuiltPlaces(Overlay overlay, TreeFiles tree) {
    this.overlay = overlay;
    this.tree = tree;
    this.patches = Patches.of(overlay, tree);
    this.literals = LiteralPlaces.of(overlay, patches);
    this.noted = BuildInput.asksFor(overlay, OriginNote.OPTION);
  }

  @Override
  public SourceRange origin(SourceRange rendered) {
    return overlay.root().place();
  }

  @Override
  public Manifest traced(Manifest object) {
    Optional<OriginNote> note = OriginNote.on(object);
    YamlMapping named = OriginNote.withPathsFrom(overlay.root().folder(), object.root());
    YamlMapping root = noted ? named : OriginNote.without(named);
    return new Manifest(root, object.ref(), sources(root, object, note), object.base());
  }

  private SourceMap sources(YamlMapping root, Manifest object, Optional<OriginNote> note) {
    Optional<Manifest> original =
        note.filter(n -> !n.generated()).flatMap(n -> original(n, object));
    List<YamlNode> layers = new ArrayList<>(patches.of(object));
    original.ifPresent(found -> layers.add(found.root()));
    SourceRange origin =
        original
            .map(found -> NodePlace.firstLine(found.root()))
            .or(() -> note.flatMap(n -> fileOrGenerator(n, object)))
            .orElseGet(() -> overlay.root().place());
    return SourceMap.ofRendered(origin, LayeredPlaces.of(root, layers, literals));
  }

  private Optional<Manifest> original(OriginNote note, Manifest object) {
    return text(note.path())
        .map(text -> ManifestReader.read(text.yaml(), finding -> {}))
        .flatMap(objects -> namesake(objects, object));
  }

  /** Kinds stay what they are, and names get something in front and behind. */
  private static Optional<Manifest> namesake(List<Manifest> objects, Manifest object) {
    List<Manifest> ofKind =
        objects.stream().filter(one -> one.ref().kind().equals(object.ref().kind())).toList();
    Optional<Manifest> byName =
        ofKind.stream()
            .filter(one -> object.ref().name().contains(one.ref().name()))
            .max(Comparator.comparing(one -> one.ref().name().length()));
    return byName.or(() -> ofKind.size() == 1 ? Optional.of(ofKind.get(0)) : Optional.empty());
  }

  private Optional<SourceRange> fileOrGenerator(OriginNote note, Manifest object) {
    Optional<SourceRange> generator = note.generated() ? generator(note, object) : Optional.empty();
    return generator.or(() -> text(note.path()).map(text -> text.yaml().file().line(1)));
  }

  private Optional<SourceRange> generator(OriginNote note, Manifest object) {
    return overlay.fromOutside().stream()
        .filter(file -> file.path().equals(note.path()))
        .flatMap(file -> KustomizationFile.mappings(file.items(field(object))))
        .flatMap(entry -> entry.scalar("name").stream())
        .filter(name -> object.ref().name().contains(name.text()))
        .max(Comparator.comparing(name -> name.text().length()))
        .map(YamlScalar::range);
  }

  private static String field(Manifest object) {
    return object.ref().kind().equals("Secret") ? "secretGenerator" : "configMapGenerator";
  }

  private Optional<TreeFiles.Text> text(String path) {
    return tree.content(path)
        .flatMap(
            content ->
                content.match(bytes -> Optional.of(tree.text(path, bytes)), r -> Optional.empty()));
  }
}
