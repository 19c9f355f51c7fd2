package dev.strake.sync.doctor;

import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.inventory.SetName;
import dev.strake.sync.live.AccessQuestion;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.work.Workers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether whoever syncs may do what a set needs. */
final class Rights {

  private static final String SUBJECT = "rights";
  private static final int AT_ONCE = 8;
  private static final int SHOWN = 5;

  private static final ResourceType CONFIG_MAPS =
      ResourceType.builtIn("", "v1", "ConfigMap", "configmaps", true);
  private static final ResourceType NAMESPACES =
      ResourceType.builtIn("", "v1", "Namespace", "namespaces", false);

  private static final List<String> OF_OBJECTS = List.of("get", "create", "patch", "delete");
  private static final List<String> OF_NODES = List.of("get", "patch");
  private static final List<String> OF_INVENTORIES =
      List.of("get", "list", "create", "update", "delete");

  private final ClusterApi api;

  Rights(ClusterApi api) {
    this.api = api;
  }

  List<Finding> examine(DesiredSet set) {
    if (api.may(AccessQuestion.EVERYTHING)) {
      return List.of(Finding.ok(SUBJECT, "whoever this is may do everything"));
    }
    List<Finding> findings = new ArrayList<>();
    Set<String> unknown = new TreeSet<>();
    List<AccessQuestion> asked = List.copyOf(questions(set, unknown));
    List<String> missing = new ArrayList<>();
    try (Workers workers = new Workers(AT_ONCE)) {
      List<Boolean> allowed = workers.map(asked, api::may);
      for (int i = 0; i < asked.size(); i++) {
        if (!allowed.get(i)) {
          missing.add(asked.get(i).toString());
        }
      }
    }
    findings.add(
        missing.isEmpty()
            ? Finding.ok(SUBJECT, "all %s that the set needs are there".formatted(asked.size()))
            : Finding.problem(
                SUBJECT, "it may not " + first(missing), "give them to it with a Role"));
    if (!unknown.isEmpty()) {
      findings.add(
          Finding.skipped(
              SUBJECT, "not asked about kinds that are not served yet: " + first(unknown)));
    }
    return findings;
  }

  /**
   * Each once, in the order of the objects.
   *
   * @param unknown kinds of which nobody knows the plural; what is found is added
   */
  private Set<AccessQuestion> questions(DesiredSet set, Set<String> unknown) {
    Set<AccessQuestion> questions = new LinkedHashSet<>();
    questions.add(AccessQuestion.of("get", NAMESPACES, ""));
    OF_INVENTORIES.forEach(
        verb -> questions.add(AccessQuestion.of(verb, CONFIG_MAPS, SetName.NAMESPACE)));
    for (DesiredObject wanted : set.objects()) {
      KubernetesObject object = wanted.object();
      Optional<ResourceType> type = api.type(object.apiVersion(), object.kind());
      if (type.isEmpty()) {
        unknown.add(wanted.identity().groupKind());
        continue;
      }
      for (String verb : wanted.isPatchOnly() ? OF_NODES : OF_OBJECTS) {
        questions.add(AccessQuestion.of(verb, type.get(), object.namespace()));
      }
    }
    return questions;
  }

  private static String first(Iterable<String> all) {
    List<String> shown = new ArrayList<>();
    int more = 0;
    for (String one : all) {
      if (shown.size() < SHOWN) {
        shown.add(one);
      } else {
        more++;
      }
    }
    return String.join(", ", shown) + (more == 0 ? "" : " and " + more + " more");
  }
}
