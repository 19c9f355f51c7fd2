package dev.strake.yaml;

import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.List;

/**
 * What a file says.
 *
 * @param documents those that could be read and are not empty, in order
 * @param withheld where documents stand that could not be read; each has an error of its own
 */
public record YamlFile(SourceFile file, List<YamlDocument> documents, List<SourceRange> withheld) {

  public YamlFile {
    documents = List.copyOf(documents);
    withheld = List.copyOf(withheld);
  }
}
