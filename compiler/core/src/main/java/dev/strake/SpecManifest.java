package dev.strake;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.SourceMap;
import dev.strake.source.SourceFile;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.Key;
import dev.strake.spec.SpecBinder;
import dev.strake.value.Port;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import dev.strake.yaml.YamlWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cluster's spec as policies see it: what its author wrote, and the defaults of what he did not.
 * Parts of it are where they were written, whatever file that is.
 */
public final class SpecManifest {

  private static final String SECTIONS = Cluster.class.getPackageName();

  private SpecManifest() {}

  /**
   * The cluster of a document that stands alone; empty if anything is wrong with it.
   *
   * @param sink is told what is wrong
   */
  public static Optional<Manifest> read(YamlDocument document, DiagnosticSink sink) {
    Checked<Bound<Cluster>> bound = SpecBinder.bind(document);
    bound.diagnostics().forEach(sink::report);
    boolean sound = bound.diagnostics().stream().noneMatch(d -> d.severity() == Severity.ERROR);
    return sound && document.root() instanceof YamlMapping root
        ? bound.asOptional().map(cluster -> of(root, cluster.value()))
        : Optional.empty();
  }

  /**
   * @param written the document, put together from its files
   * @param cluster the same, without errors
   */
  static Manifest of(YamlMapping written, Cluster cluster) {
    SourceFile text =
        SourceFile.of(written.file().path(), YamlWriter.write(complete(written, cluster)));
    YamlNode root =
        YamlReader.withDefaultLimits().read(text, SpecManifest::refuse).documents().get(0).root();
    return Manifest.of(root, SourceMap.ofCompleted(written))
        .orElseThrow(() -> new IllegalStateException("no object in " + text.text()));
  }

  private static void refuse(Object finding) {
    throw new IllegalStateException("a spec does not read back: " + finding);
  }

  private static @Nullable Object complete(YamlNode written, @Nullable Object value) {
    if (written instanceof YamlMapping mapping) {
      return value instanceof Record section && isSection(section)
          ? section(mapping, section)
          : map(mapping);
    }
    if (written instanceof YamlSequence list) {
      return list(list, value instanceof List<?> values ? values : List.of());
    }
    return scalar((YamlScalar) written);
  }

  private static boolean isSection(Record value) {
    return value.getClass().getPackageName().equals(SECTIONS);
  }

  private static Map<String, @Nullable Object> section(YamlMapping written, Record section) {
    Map<String, Object> values = values(section);
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (YamlEntry entry : written.entries()) {
      tree.put(entry.name(), complete(entry.value(), values.get(entry.name())));
    }
    Set<String> names = new HashSet<>(tree.keySet());
    values.forEach(
        (name, value) -> {
          if (!names.contains(name)) {
            tree.put(name, byDefault(value));
          }
        });
    return tree;
  }

  private static Map<String, @Nullable Object> map(YamlMapping written) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    written.entries().forEach(entry -> tree.put(entry.name(), complete(entry.value(), null)));
    return tree;
  }

  /** The binder keeps the items of a list in their order. */
  private static List<@Nullable Object> list(YamlSequence written, List<?> values) {
    boolean known = values.size() == written.items().size();
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = 0; i < written.items().size(); i++) {
      items.add(complete(written.items().get(i), known ? values.get(i) : null));
    }
    return items;
  }

  private static @Nullable Object scalar(YamlScalar scalar) {
    return switch (scalar.type()) {
      case STRING -> scalar.text();
      case BOOLEAN -> scalar.booleanValue();
      case INTEGER -> scalar.longValue();
      case FLOAT -> scalar.doubleValue();
      case NULL -> null;
    };
  }

  private static Object byDefault(Object value) {
    if (value instanceof Record section && isSection(section)) {
      Map<String, Object> tree = new LinkedHashMap<>();
      values(section).forEach((name, part) -> tree.put(name, byDefault(part)));
      return tree;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(SpecManifest::byDefault).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> tree = new LinkedHashMap<>();
      map.forEach((name, part) -> tree.put(name.toString(), byDefault(part)));
      return tree;
    }
    if (value instanceof Port port) {
      return port.number();
    }
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }

  /** The fields that have a value, by their names in the spec. */
  private static Map<String, Object> values(Record section) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : section.getClass().getRecordComponents()) {
      Key key = component.getAnnotation(Key.class);
      Object value = value(section, component);
      if (value != null) {
        values.put(key == null ? component.getName() : key.value(), value);
      }
    }
    return values;
  }

  private static @Nullable Object value(Record section, RecordComponent component) {
    try {
      return component.getAccessor().invoke(section);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
