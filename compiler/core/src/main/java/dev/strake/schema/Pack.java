package dev.strake.schema;

import dev.strake.schemas.PackFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A pack in memory. Its kinds are read at once, which are few; a definition when it is used. */
final class Pack {

  private final PackReader.Strings strings;
  private final PackReader.Blocks definitions;
  private final AtomicReferenceArray<@Nullable ObjectType> types;
  private final Map<String, KindSchema> kinds;

  Pack(byte[] bytes) {
    if (PackReader.int32(bytes, 0) != PackFormat.MAGIC) {
      throw new IllegalStateException("not a schema pack of this version");
    }
    this.strings = new PackReader.Strings(bytes, PackReader.int32(bytes, 4));
    this.definitions = new PackReader.Blocks(bytes, PackReader.int32(bytes, 12));
    this.types = new AtomicReferenceArray<>(definitions.count());
    this.kinds = readKinds(new PackReader(strings, PackReader.int32(bytes, 8)));
  }

  /** By {@code apiVersion kind}, list kinds included, in the pack's order. */
  Map<String, KindSchema> kinds() {
    return kinds;
  }

  private Map<String, KindSchema> readKinds(PackReader in) {
    int count = in.number();
    Map<String, KindSchema> all = new LinkedHashMap<>(count * 3);
    for (int i = 0; i < count; i++) {
      String group = in.text();
      String version = in.text();
      String kind = in.text();
      String plural = in.text();
      boolean namespaced = in.number() == 1;
      List<String> shortNames = in.texts();
      ObjectType type = type(in.number());
      add(all, new KindSchema(group, version, kind, plural, namespaced, shortNames, type));
      int list = in.number();
      if (list > 0) {
        ObjectType listType = type(list - 1);
        add(
            all,
            new KindSchema(
                group, version, kind.concat("List"), plural, namespaced, List.of(), listType));
      }
    }
    return all;
  }

  private static void add(Map<String, KindSchema> all, KindSchema kind) {
    all.put(KindSchema.key(kind.apiVersion(), kind.kind()), kind);
  }

  /** The same definition is always the same instance. */
  private ObjectType type(int number) {
    ObjectType known = types.get(number);
    if (known != null) {
      return known;
    }
    String name = new PackReader(strings, definitions.start(number)).text();
    ObjectType made = new ObjectType(name, () -> fields(number));
    return types.compareAndSet(number, null, made) ? made : type(number);
  }

  private Map<String, FieldSchema> fields(int definition) {
    PackReader in = new PackReader(strings, definitions.start(definition));
    in.text();
    int count = in.number();
    Map<String, FieldSchema> fields = new LinkedHashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      FieldSchema field = field(in);
      fields.put(field.name(), field);
    }
    return fields;
  }

  private FieldSchema field(PackReader in) {
    String name = in.text();
    int flags = in.number();
    SchemaType type = type(in);
    return new FieldSchema(
        name,
        type,
        (flags & PackFormat.ENFORCED) != 0,
        (flags & PackFormat.ENUM) == 0 ? List.of() : in.texts(),
        (flags & PackFormat.DEFAULT) == 0 ? null : in.text(),
        (flags & PackFormat.LIST_TYPE) == 0 ? null : in.text(),
        (flags & PackFormat.KEYS) == 0 ? List.of() : in.texts(),
        (flags & PackFormat.MERGE_KEY) == 0 ? null : in.text(),
        (flags & PackFormat.ATOMIC_MAP) != 0);
  }

  private SchemaType type(PackReader in) {
    int tag = in.number();
    return switch (tag) {
      case PackFormat.STRING -> SimpleType.STRING;
      case PackFormat.INT32 -> SimpleType.INT32;
      case PackFormat.INT64 -> SimpleType.INT64;
      case PackFormat.NUMBER -> SimpleType.NUMBER;
      case PackFormat.BOOLEAN -> SimpleType.BOOLEAN;
      case PackFormat.INT_OR_STRING -> SimpleType.INT_OR_STRING;
      case PackFormat.QUANTITY -> SimpleType.QUANTITY;
      case PackFormat.BYTES -> SimpleType.BYTES;
      case PackFormat.DATE_TIME -> SimpleType.DATE_TIME;
      case PackFormat.MICRO_TIME -> SimpleType.MICRO_TIME;
      case PackFormat.ANY -> SimpleType.ANY;
      case PackFormat.ANY_OBJECT -> SimpleType.ANY_OBJECT;
      case PackFormat.REF -> type(in.number());
      case PackFormat.LIST -> new ListType(type(in));
      case PackFormat.MAP -> new MapType(type(in));
      case PackFormat.OR_BOOLEAN -> new AlternativeType(type(in), AlternativeType.Other.BOOLEAN);
      case PackFormat.OR_LIST -> new AlternativeType(type(in), AlternativeType.Other.LIST);
      case PackFormat.OR_STRINGS -> new AlternativeType(type(in), AlternativeType.Other.STRINGS);
      default -> throw new IllegalStateException("a type that is not known: " + tag);
    };
  }
}
