package dev.strake.join.config;

import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What pods read of ConfigMaps and Secrets. */
final class References {

  /**
   * One place that names an object.
   *
   * @param keys of the object that are read; none if it is read as a whole
   */
  record Reference(Part name, List<Part> keys) {}

  /** How the fields of a kind are called. */
  enum Target {
    CONFIG_MAP("configMapKeyRef", "configMapRef", "configMap", "name"),
    SECRET("secretKeyRef", "secretRef", "secret", "secretName");

    private final String keyReference;
    private final String reference;
    private final String volume;
    private final String volumeName;

    Target(String keyReference, String reference, String volume, String volumeName) {
      this.keyReference = keyReference;
      this.reference = reference;
      this.volume = volume;
      this.volumeName = volumeName;
    }
  }

  private References() {}

  /** All that have to be there before a pod starts. */
  static List<Reference> of(PodTemplate pod, Target target) {
    List<Reference> found = new ArrayList<>();
    for (Part container : pod.containers()) {
      for (Part env : container.field("env").items()) {
        Part reference = env.field("valueFrom", target.keyReference);
        add(reference, "name", List.of(reference.field("key")), found::add);
      }
      for (Part source : container.field("envFrom").items()) {
        add(source.field(target.reference), "name", List.of(), found::add);
      }
    }
    for (Part volume : pod.spec().field("volumes").items()) {
      addVolume(volume.field(target.volume), target.volumeName, found::add);
      for (Part source : volume.field("projected", "sources").items()) {
        addVolume(source.field(target.volume), "name", found::add);
      }
    }
    return found;
  }

  private static void addVolume(Part source, String name, Consumer<Reference> found) {
    List<Part> keys = source.field("items").items().stream().map(i -> i.field("key")).toList();
    add(source, name, keys, found);
  }

  private static void add(Part reference, String name, List<Part> keys, Consumer<Reference> found) {
    Part named = reference.field(name);
    if (!named.textOrEmpty().isEmpty() && !reference.field("optional").isTrue()) {
      found.accept(new Reference(named, keys));
    }
  }
}
