package dev.strake.yaml;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads files as kubectl and the API server read them. A document that cannot be read is reported
 * and withheld; the others of its file are read all the same.
 *
 * <p>Documents are split at {@code ---} lines before YAML is parsed, because that is what
 * Kubernetes does.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go">YAMLReader
 *     in apimachinery</a>
 */
public final class YamlReader {

  static final Code ENCODING = Code.error("yaml/encoding");
  static final Code DOCUMENT_SEPARATOR = Code.error("yaml/document-separator");

  private final YamlLimits limits;

  public YamlReader(YamlLimits limits) {
    this.limits = limits;
  }

  public static YamlReader withDefaultLimits() {
    return new YamlReader(YamlLimits.DEFAULT);
  }

  public YamlFile read(SourceFile file, DiagnosticSink sink) {
    if (file.malformedAt().isPresent()) {
      return undecodable(file, file.malformedAt().getAsInt(), sink);
    }
    if (JsonStream.isJson(file)) {
      return new JsonStream(file, limits, sink).read();
    }
    List<YamlDocument> documents = new ArrayList<>();
    List<SourceRange> withheld = new ArrayList<>();
    SharedTexts texts = new SharedTexts();
    int index = 0;
    for (DocumentSplitter.Chunk chunk : DocumentSplitter.split(file)) {
      if (chunk.badSeparator() != null) {
        sink.report(badSeparator(chunk.badSeparator()));
        withheld.add(chunk.range());
      } else {
        NodeComposer composer = new NodeComposer(chunk.range(), limits, texts, sink);
        Optional<YamlNode> root = composer.compose();
        if (composer.failed()) {
          withheld.add(chunk.range());
        }
        int position = index;
        root.ifPresent(node -> documents.add(new YamlDocument(file, position, node)));
      }
      index++;
    }
    return new YamlFile(file, documents, withheld);
  }

  private static YamlFile undecodable(SourceFile file, int offset, DiagnosticSink sink) {
    sink.report(
        Diagnostic.of(ENCODING, file.range(offset, offset), "the file is not UTF-8 from here on")
            .withHelp("save the file as UTF-8"));
    return new YamlFile(file, List.of(), List.of(file.range(0, offset)));
  }

  private static Diagnostic badSeparator(SourceRange range) {
    return Diagnostic.of(
            DOCUMENT_SEPARATOR, range, "Kubernetes takes only a comment behind the separator ---")
        .withHelp("write the document on the lines below ---");
  }
}
