package dev.strake.kustomize;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.kustomize.Reference.Kind;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlTree;
import dev.strake.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Follows a Kustomization to all that it leads to, and refuses what may not be followed. */
final class OverlayReader {

  private final TreeFiles tree;
  private final Refusals refusals;
  private final Map<String, KustomizationFile> kustomizations = new LinkedHashMap<>();
  private final Set<String> ofPlugins = new HashSet<>();
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final Map<String, SourceFile> texts = new LinkedHashMap<>();
  private final IdentityHashMap<YamlScalar, String> understood = new IdentityHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  private OverlayReader(TreeFiles tree, Severity unrendered) {
    this.tree = tree;
    this.refusals = new Refusals(unrendered);
  }

  /**
   * @param unrendered how much it matters that an overlay cannot be built
   */
  static Overlay read(KustomizationFile root, TreeFiles tree, Severity unrendered) {
    OverlayReader reader = new OverlayReader(tree, unrendered);
    List<KustomizationFile> pending = new ArrayList<>(List.of(root));
    // A list, not recursion: a stranger's chain of bases may be long.
    for (int i = 0; i < pending.size(); i++) {
      reader.follow(pending.get(i), pending);
    }
    return reader.overlay(root);
  }

  private Overlay overlay(KustomizationFile root) {
    kustomizations.values().forEach(file -> files.put(file.path(), understood(file)));
    return new Overlay(root, kustomizations, files, texts, problems);
  }

  private void follow(KustomizationFile file, List<KustomizationFile> pending) {
    boolean first = kustomizations.putIfAbsent(file.folder(), file) == null;
    boolean plugins = ofPlugins.contains(file.folder());
    if (!first && !plugins) {
      return;
    }
    PluginCheck.HELM_FIELDS.stream()
        .flatMap(field -> file.root().entries().stream().filter(e -> is(e.name(), field)))
        .forEach(entry -> problems.add(refusals.helm(entry)));
    for (Reference reference : References.of(file.root())) {
      boolean configuration =
          reference.kind() == Kind.PLUGIN || (plugins && reference.kind() == Kind.RESOURCE);
      if (reference.kind() == Kind.PLUGIN && InlineText.is(reference.target())) {
        inline(file, reference);
      } else {
        follow(file, reference, configuration, pending);
      }
    }
  }

  private static boolean is(String name, String field) {
    return name.equalsIgnoreCase(field);
  }

  private void follow(
      KustomizationFile from,
      Reference reference,
      boolean configuration,
      List<KustomizationFile> pending) {
    if (reference.isRemote()) {
      problems.add(refusals.remote(reference));
      return;
    }
    Optional<String> path = TreePath.resolve(from.folder(), reference.target());
    if (path.isEmpty()) {
      problems.add(refusals.outside(reference));
      return;
    }
    boolean folder = reference.kind() != Kind.FILE && isFolder(path.get());
    if (folder) {
      followFolder(path.get(), configuration, pending);
    } else if (reference.kind() == Kind.COMPONENT) {
      problems.add(refusals.noKustomization(reference, path.get()));
    } else if (!TreePath.isBelow(path.get(), from.folder())) {
      problems.add(refusals.notBelow(reference, from));
    } else {
      read(from, reference, path.get(), configuration);
    }
  }

  private boolean isFolder(String path) {
    return tree.description(path).isPresent();
  }

  private void followFolder(String folder, boolean plugins, List<KustomizationFile> pending) {
    TreeFiles.Description found = tree.description(folder).orElseThrow();
    problems.addAll(found.problems());
    found
        .file()
        .ifPresent(
            file -> {
              boolean asPlugins = plugins && ofPlugins.add(folder);
              if (asPlugins || !kustomizations.containsKey(folder)) {
                pending.add(file);
              }
            });
  }

  private void read(
      KustomizationFile from, Reference reference, String path, boolean configuration) {
    tree.content(path)
        .ifPresentOrElse(
            content ->
                content
                    .match(
                        bytes -> {
                          keep(from, reference, path, bytes, configuration);
                          return Optional.<String>empty();
                        },
                        Optional::of)
                    .ifPresent(
                        reason -> problems.add(refusals.unreadable(reference, path, reason))),
            () -> problems.add(refusals.missing(reference, path)));
  }

  private void keep(
      KustomizationFile from,
      Reference reference,
      String path,
      byte[] bytes,
      boolean configuration) {
    if (!configuration) {
      files.putIfAbsent(path, bytes);
      texts.put(path, tree.text(path, bytes).yaml().file());
      return;
    }
    TreeFiles.Text text = tree.text(path, bytes);
    problems.addAll(text.problems());
    texts.put(path, text.yaml().file());
    files.put(path, checked(from, reference, text).getBytes(StandardCharsets.UTF_8));
  }

  private void inline(KustomizationFile from, Reference reference) {
    YamlScalar node = reference.node();
    TreeFiles.Text text = tree.text(SourceFile.of(from.path(), node.text()));
    if (!text.problems().isEmpty()) {
      problems.add(refusals.unreadable(reference, "the text", text.problems().get(0).message()));
      return;
    }
    understood.put(node, checked(from, reference, text));
  }

  /** A configuration as it was understood. */
  private String checked(KustomizationFile from, Reference reference, TreeFiles.Text text) {
    List<YamlNode> roots = text.yaml().documents().stream().map(YamlDocument::root).toList();
    for (YamlNode root : roots) {
      PluginCheck.problem(root)
          .ifPresent(problem -> problems.add(refusals.plugin(reference, problem)));
      if (root instanceof YamlMapping mapping) {
        for (Reference file : References.ofPlugin(mapping)) {
          Reference here = new Reference(file.kind(), reference.node(), file.target());
          follow(from, here, false, new ArrayList<>());
        }
      }
    }
    return YamlWriter.writeAll(roots.stream().map(YamlTree::of).toList());
  }

  private byte[] understood(KustomizationFile file) {
    YamlNode root = new TextReplacement(understood).in(file.root());
    return YamlWriter.write(YamlTree.of(root)).getBytes(StandardCharsets.UTF_8);
  }
}
