package dev.strake.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strake.spec.Key;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns models into trees of maps, lists and scalars. Records are walked here, because that starts
 * faster than Jackson and keeps their empty lists, which mean something to kubeadm; everything else
 * is Jackson's.
 */
public final class ModelTree {

  private ModelTree() {}

  /** The model's tree, such as {@link dev.strake.yaml.YamlWriter} writes; nulls are left out. */
  public static @Nullable Object of(Object model) {
    return model instanceof Record document ? record(document) : Jackson.tree(model);
  }

  private static Map<String, @Nullable Object> record(Record model) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    if (model instanceof ConfigDocument document) {
      tree.put("apiVersion", document.apiVersion());
      tree.put("kind", document.kind());
    }
    for (RecordComponent component : model.getClass().getRecordComponents()) {
      Object value = value(component, model);
      Object shape = value instanceof TreeValue part ? part.tree() : value;
      if (shape != null) {
        tree.put(name(component), convert(shape));
      }
    }
    return tree;
  }

  private static String name(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    return key == null ? component.getName() : key.value();
  }

  private static @Nullable Object value(RecordComponent component, Record model) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(model);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component + " of " + model.getClass(), e);
    }
  }

  private static Object convert(Object value) {
    if (value instanceof Record nested) {
      return record(nested);
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>(list.size());
      list.forEach(item -> items.add(convert(item)));
      return items;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put(key.toString(), convert(entry)));
      return entries;
    }
    boolean scalar = value instanceof Number || value instanceof Boolean;
    return scalar ? value : value.toString();
  }

  /** Apart, so that Jackson is loaded only by those who need it. */
  private static final class Jackson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static @Nullable Object tree(Object model) {
      return MAPPER.convertValue(model, Object.class);
    }
  }
}
