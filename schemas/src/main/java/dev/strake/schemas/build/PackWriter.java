package dev.strake.schemas.build;

import dev.strake.schemas.PackFormat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one pack; the same content gives the same bytes. */
final class PackWriter {

  private static final int HEADER = 4 * Integer.BYTES;

  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  static byte[] write(List<Kind> kinds, List<Definition> definitions) {
    PackWriter writer = new PackWriter();
    for (Definition definition : definitions) {
      writer.numbers.put(definition.model(), writer.numbers.size());
    }
    byte[] kindBytes = writer.kinds(kinds);
    byte[] definitionBytes = blocks(definitions.stream().map(writer::definition).toList());
    byte[] stringBytes = blocks(writer.strings.keySet().stream().map(PackWriter::utf8).toList());
    int kindsAt = HEADER + stringBytes.length;
    int definitionsAt = kindsAt + kindBytes.length;
    return ByteBuffer.allocate(definitionsAt + definitionBytes.length)
        .putInt(PackFormat.MAGIC)
        .putInt(HEADER)
        .putInt(kindsAt)
        .putInt(definitionsAt)
        .put(stringBytes)
        .put(kindBytes)
        .put(definitionBytes)
        .array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] blocks(List<byte[]> blocks) {
    int size = blocks.stream().mapToInt(block -> block.length).sum();
    ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * (blocks.size() + 2) + size);
    out.putInt(blocks.size());
    int offset = 0;
    for (byte[] block : blocks) {
      out.putInt(offset);
      offset += block.length;
    }
    out.putInt(offset);
    blocks.forEach(out::put);
    return out.array();
  }

  private byte[] kinds(List<Kind> kinds) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, kinds.size());
    for (Kind kind : kinds) {
      text(out, kind.group());
      text(out, kind.version());
      text(out, kind.name());
      text(out, kind.plural());
      number(out, kind.namespaced() ? 1 : 0);
      texts(out, kind.shortNames());
      number(out, reference(kind.model()));
      Integer list = numbers.get(kind.model() + "List");
      number(out, list == null ? 0 : list + 1);
    }
    return out.toByteArray();
  }

  private byte[] definition(Definition definition) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text(out, definition.model());
    number(out, definition.properties().size());
    for (Property property : definition.properties()) {
      property(out, property);
    }
    return out.toByteArray();
  }

  private void property(ByteArrayOutputStream out, Property property) {
    FieldFacts.Facts facts = property.facts();
    int flags = flags(property);
    text(out, property.name());
    number(out, flags);
    shape(out, property.shape());
    if ((flags & PackFormat.ENUM) != 0) {
      texts(out, facts.values());
    }
    if ((flags & PackFormat.DEFAULT) != 0) {
      text(out, facts.defaultValue());
    }
    if ((flags & PackFormat.LIST_TYPE) != 0) {
      text(out, facts.listType());
    }
    if ((flags & PackFormat.KEYS) != 0) {
      texts(out, facts.keys());
    }
    if ((flags & PackFormat.MERGE_KEY) != 0) {
      text(out, facts.mergeKey());
    }
  }

  private static int flags(Property property) {
    FieldFacts.Facts facts = property.facts();
    return (property.required() ? PackFormat.REQUIRED : 0)
        | (property.enforced() ? PackFormat.ENFORCED : 0)
        | (facts.values().isEmpty() ? 0 : PackFormat.ENUM)
        | (facts.defaultValue().isEmpty() ? 0 : PackFormat.DEFAULT)
        | (facts.listType().isEmpty() ? 0 : PackFormat.LIST_TYPE)
        | (facts.keys().isEmpty() ? 0 : PackFormat.KEYS)
        | (facts.mergeKey().isEmpty() ? 0 : PackFormat.MERGE_KEY)
        | (facts.atomicMap() ? PackFormat.ATOMIC_MAP : 0);
  }

  private void shape(ByteArrayOutputStream out, @Nullable Shape shape) {
    if (shape == null) {
      return;
    }
    number(out, shape.tag());
    if (shape.model() != null) {
      number(out, reference(shape.model()));
    }
    shape(out, shape.element());
  }

  private int reference(String model) {
    Integer number = numbers.get(model);
    if (number == null) {
      throw new IllegalStateException("a reference to nothing: " + model);
    }
    return number;
  }

  private void texts(ByteArrayOutputStream out, List<String> texts) {
    number(out, texts.size());
    texts.forEach(text -> text(out, text));
  }

  private void text(ByteArrayOutputStream out, String text) {
    Integer known = strings.putIfAbsent(text, strings.size());
    number(out, known == null ? strings.size() - 1 : known);
  }

  private static void number(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
