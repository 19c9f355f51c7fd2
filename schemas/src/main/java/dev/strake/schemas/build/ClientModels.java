package dev.strake.schemas.build;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** Reads the model classes of one version of the client by reflection. */
final class ClientModels {

  static final String PACKAGE = "io.kubernetes.client.openapi.models";

  private final ClassLoader loader;
  private final Set<String> names;
  private final FieldFacts facts;
  private final String kubernetes;
  private final Table kindTable;

  private ClientModels(
      ClassLoader loader, Set<String> names, FieldFacts facts, String kubernetes, Table kindTable) {
    this.loader = loader;
    this.names = names;
    this.facts = facts;
    this.kubernetes = kubernetes;
    this.kindTable = kindTable;
  }

  /**
   * @param kubernetes the version as {@code <major>.<minor>}
   */
  static ClientModels open(
      ClassLoader loader, JarFile client, FieldFacts facts, String kubernetes, Table kinds) {
    String folder = PACKAGE.replace('.', '/') + "/";
    Set<String> names = new HashSet<>();
    client.stream()
        .map(entry -> entry.getName())
        .filter(name -> name.startsWith(folder) && name.endsWith(".class") && !name.contains("$"))
        .forEach(name -> names.add(name.substring(folder.length(), name.length() - 6)));
    return new ClientModels(loader, names, facts, kubernetes, kinds);
  }

  /** The kinds of the table that this version has, in the table's order. */
  List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (List<String> row : kindTable.rows()) {
      model(row.get(0), row.get(1), row.get(2)).ifPresent(model -> kinds.add(kind(row, model)));
    }
    return kinds;
  }

  private static Kind kind(List<String> row, String model) {
    List<String> shortNames = row.get(5).isEmpty() ? List.of() : List.of(row.get(5).split(","));
    boolean namespaced = row.get(4).equals("Namespaced");
    return new Kind(row.get(0), row.get(1), row.get(2), row.get(3), namespaced, shortNames, model);
  }

  private Optional<String> model(String group, String version, String name) {
    return TypeName.modelsOf(group, version, name).stream()
        .filter(names::contains)
        .filter(this::isObject)
        .findFirst();
  }

  /** Not every class with the name of a kind is one: a container's ResourceClaim has no kind. */
  private boolean isObject(String model) {
    try {
      Class<?> type = Class.forName(PACKAGE + "." + model, false, loader);
      Set<String> fields = new HashSet<>();
      for (Field field : type.getDeclaredFields()) {
        fields.add(field.getName());
      }
      return fields.containsAll(List.of("apiVersion", "kind", "metadata"));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("listed and not there: " + model, e);
    }
  }

  boolean has(String model) {
    return names.contains(model);
  }

  /** The definitions of some models and of all that they refer to, by name. */
  List<Definition> definitions(List<String> roots) throws IOException {
    TreeMap<String, Definition> found = new TreeMap<>();
    LinkedHashSet<String> pending = new LinkedHashSet<>(roots);
    while (!pending.isEmpty()) {
      String model = pending.iterator().next();
      pending.remove(model);
      Definition definition = definition(model);
      found.put(model, definition);
      for (Property property : definition.properties()) {
        for (@Nullable Shape at = property.shape(); at != null; at = at.element()) {
          if (at.model() != null && !found.containsKey(at.model())) {
            pending.add(at.model());
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  private Definition definition(String model) throws IOException {
    try {
      Class<?> type = Class.forName(PACKAGE + "." + model, true, loader);
      Set<?> required = (Set<?>) type.getField("openapiRequiredFields").get(null);
      TypeName name = typeName(model);
      List<Property> properties = new ArrayList<>();
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          String json = jsonName(field);
          properties.add(property(name, json, field, required.contains(json)));
        }
      }
      properties.sort(Comparator.comparing(Property::name));
      return new Definition(model, properties);
    } catch (ReflectiveOperationException e) {
      throw new IOException("cannot read " + model, e);
    }
  }

  private Property property(TypeName type, String name, Field field, boolean required) {
    String words = facts.type(type, name);
    Shape shape =
        words.isEmpty() ? Shape.of(field.getGenericType()) : Shape.parse(words, type.version());
    boolean enforced = facts.isEnforced(type, name, required);
    return new Property(name, shape, required, enforced, facts.of(type, name, kubernetes));
  }

  /** Many classes do not tell their group: then it is the only one that no other class tells. */
  private TypeName typeName(String model) {
    TypeName name = TypeName.ofModel(model);
    if (!name.group().isEmpty()) {
      return name;
    }
    List<String> groups =
        facts.groups(name.name()).stream()
            .filter(group -> serves(group, name.version()))
            .filter(
                group ->
                    !names.contains(TypeName.modelsOf(group, name.version(), name.name()).get(0)))
            .toList();
    if (groups.size() > 1) {
      throw new IllegalStateException(model + " may be of any of " + groups);
    }
    return groups.isEmpty() ? name : new TypeName(groups.get(0), name.version(), name.name());
  }

  private boolean serves(String group, String version) {
    return group.equals("meta")
        || kindTable.rows().stream()
            .anyMatch(
                row -> row.get(1).equals(version) && TypeName.label(row.get(0)).equals(group));
  }

  private static String jsonName(Field field) throws ReflectiveOperationException {
    for (Annotation annotation : field.getAnnotations()) {
      if (annotation.annotationType().getSimpleName().equals("SerializedName")) {
        return (String) annotation.annotationType().getMethod("value").invoke(annotation);
      }
    }
    throw new IllegalStateException("a field without a name: " + field);
  }
}
