package dev.strake.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One change of a spec's tree.
 *
 * @param tree after the change
 * @param pointers the places that changed; for what is gone, what it was in
 * @param removal whether a field is gone; an item that is gone leaves its list, whose others are
 *     its partners
 * @param what for messages
 */
record SpecMutation(Map<String, Object> tree, List<String> pointers, boolean removal, String what) {

  private static final List<Object> STRANGE =
      List.of("", "x y", "-1", -1, 0, 99999, true, "10.20.0.300", "10.96.0.1", "Ünï", "null", 1.5);

  /** A place in the tree that can be changed. */
  private record Place(Object parent, Object key, String pointer) {
    Object get() {
      return parent instanceof Map<?, ?> map ? map.get(key) : ((List<?>) parent).get((int) key);
    }
  }

  static SpecMutation of(Map<String, Object> original, long seed) {
    Random random = new Random(seed);
    Map<String, Object> tree = copyOfMap(original);
    List<Place> places = new ArrayList<>();
    collect(tree, "", places);
    Place place = places.get(random.nextInt(places.size()));
    return switch (random.nextInt(3)) {
      case 0 -> removed(tree, place);
      case 1 -> doubled(tree, place, random);
      default -> replaced(tree, place, random);
    };
  }

  private static SpecMutation removed(Map<String, Object> tree, Place place) {
    if (place.parent() instanceof Map<?, ?> map) {
      map.remove(place.key());
    } else {
      ((List<?>) place.parent()).remove((int) place.key());
    }
    String parent = place.pointer().substring(0, place.pointer().lastIndexOf('/'));
    boolean ofMap = place.parent() instanceof Map<?, ?>;
    return new SpecMutation(tree, List.of(parent), ofMap, "removed " + place.pointer());
  }

  /** An item once more; what is no item is replaced by the value of another place. */
  private static SpecMutation doubled(Map<String, Object> tree, Place place, Random random) {
    if (!(place.parent() instanceof List<?>)) {
      return replaced(tree, place, random);
    }
    @SuppressWarnings("unchecked")
    List<Object> list = (List<Object>) place.parent();
    list.add(copy(place.get()));
    String parent = place.pointer().substring(0, place.pointer().lastIndexOf('/'));
    return new SpecMutation(
        tree,
        List.of(place.pointer(), parent + "/" + (list.size() - 1)),
        false,
        "doubled " + place.pointer());
  }

  @SuppressWarnings("unchecked")
  private static SpecMutation replaced(Map<String, Object> tree, Place place, Random random) {
    Object value = STRANGE.get(random.nextInt(STRANGE.size()));
    if (place.parent() instanceof Map<?, ?> map) {
      ((Map<String, Object>) map).put((String) place.key(), value);
    } else {
      ((List<Object>) place.parent()).set((int) place.key(), value);
    }
    return new SpecMutation(
        tree, List.of(place.pointer()), false, "wrote %s at %s".formatted(value, place.pointer()));
  }

  private static void collect(Object node, String pointer, List<Place> places) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            places.add(new Place(map, key, pointer + "/" + key));
            collect(value, pointer + "/" + key, places);
          });
    } else if (node instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        places.add(new Place(list, i, pointer + "/" + i));
        collect(list.get(i), pointer + "/" + i, places);
      }
    }
  }

  /** The same with keys in another order, and with nodes, pools and namespaces in another. */
  static Map<String, Object> reordered(Map<String, Object> original, long seed) {
    Random random = new Random(seed);
    @SuppressWarnings("unchecked")
    Map<String, Object> other = (Map<String, Object>) shuffled(original, random);
    return other;
  }

  private static Object shuffled(Object node, Random random) {
    if (node instanceof Map<?, ?> map) {
      List<Object> keys = new ArrayList<>(map.keySet());
      Collections.shuffle(keys, random);
      Map<String, Object> other = new LinkedHashMap<>();
      keys.forEach(key -> other.put((String) key, shuffled(map.get(key), random)));
      return other;
    }
    if (node instanceof List<?> list) {
      List<Object> other = new ArrayList<>();
      list.forEach(item -> other.add(shuffled(item, random)));
      Collections.shuffle(other, random);
      return other;
    }
    return node;
  }

  private static Map<String, Object> copyOfMap(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put((String) key, copy(value)));
    return copy;
  }

  private static Object copy(Object node) {
    if (node instanceof Map<?, ?> map) {
      return copyOfMap(map);
    }
    if (node instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(copy(item)));
      return copy;
    }
    return node;
  }
}
