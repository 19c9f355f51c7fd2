package dev.strake.kustomize;

import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.IdentityHashMap;

/**
 * Puts other texts in the place of some.
 *
 * @param texts by the very node that they replace
 */
record TextReplacement(IdentityHashMap<YamlScalar, String> texts) {

  YamlNode in(YamlNode node) {
    if (texts.isEmpty()) {
      return node;
    }
    if (node instanceof YamlMapping mapping) {
      return new YamlMapping(
          mapping.file(),
          mapping.start(),
          mapping.end(),
          mapping.entries().stream()
              .map(entry -> new YamlEntry(entry.key(), entry.name(), in(entry.value())))
              .toList());
    }
    if (node instanceof YamlSequence list) {
      return new YamlSequence(
          list.file(), list.start(), list.end(), list.items().stream().map(this::in).toList());
    }
    YamlScalar scalar = (YamlScalar) node;
    String text = texts.get(scalar);
    return text == null
        ? scalar
        : new YamlScalar(
            scalar.file(), scalar.start(), scalar.end(), ScalarType.STRING, scalar.style(), text);
  }
}
