package dev.strake.manifest;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Kubernetes object.
 *
 * @param root of the object; for a generated one, in the text of its artifact
 * @param ref its identity; the namespace is the one it says or, for a namespaced kind, nothing
 * @param sources null for an object that a user wrote as it stands
 * @param base where the object stands in its document: the root but for the items of a List
 */
public record Manifest(
    YamlMapping root, ObjectRef ref, @Nullable SourceMap sources, NodePath base) {

  /**
   * The object of a document's root; empty if the root is no mapping with {@code apiVersion} and
   * {@code kind}. A missing name is the empty text.
   *
   * @param sources null for an object that a user wrote as it stands
   */
  public static Optional<Manifest> of(YamlNode root, @Nullable SourceMap sources) {
    return of(root, sources, NodePath.ROOT);
  }

  /** The same for an object that stands somewhere inside its document. */
  public static Optional<Manifest> of(YamlNode root, @Nullable SourceMap sources, NodePath base) {
    if (!(root instanceof YamlMapping object)) {
      return Optional.empty();
    }
    Optional<String> apiVersion = object.string("apiVersion");
    Optional<String> kind = object.string("kind");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    Optional<YamlMapping> metadata = object.mapping("metadata");
    ObjectRef ref =
        new ObjectRef(
            apiVersion.get(),
            kind.get(),
            // To the API server, the empty text is no namespace.
            metadata
                .flatMap(m -> m.string("namespace"))
                .filter(namespace -> !namespace.isEmpty())
                .orElse(null),
            metadata.flatMap(m -> m.string("name")).orElse(""));
    return Optional.of(new Manifest(object, ref, sources, base));
  }

  /** Whether Strake made it from the spec. */
  public boolean isGenerated() {
    return sources != null && sources.isGenerated();
  }

  /** Whether a user wrote it as it stands, so that its own text is the place to change it. */
  public boolean isWritten() {
    return sources == null;
  }

  /** The node at a path; empty if there is none. */
  public Optional<YamlNode> find(NodePath path) {
    return path.find(root);
  }

  /**
   * Where the user wrote the part at a path. If there is no such part, what it would lie in: for a
   * missing field, the mapping's key.
   */
  public SourceRange place(NodePath path) {
    return sources == null ? written(path) : sources.find(path);
  }

  /**
   * Where the part stands in the object's own text, which for a generated object is an artifact.
   */
  private SourceRange written(NodePath path) {
    return NodePlace.of(root, path);
  }

  /** A finding about the part at a path. */
  public Diagnostic finding(Code code, NodePath path, String message) {
    Diagnostic finding =
        Diagnostic.of(code, place(path), message)
            .withPath(base.pointer() + path.pointer())
            .withObject(ref);
    return sources == null || sources.isCompleted()
        ? finding
        : finding.withRelated(
            written(path),
            "in the %s %s".formatted(sources.isRendered() ? "rendered" : "generated", ref));
  }
}
