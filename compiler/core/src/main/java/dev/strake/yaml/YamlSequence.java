package dev.strake.yaml;

import dev.strake.source.SourceFile;
import java.util.List;

/** A list. */
public record YamlSequence(SourceFile file, int start, int end, List<YamlNode> items)
    implements YamlNode {

  public YamlSequence {
    items = List.copyOf(items);
  }

  @Override
  public String description() {
    return "a list";
  }
}
