package dev.strake.sync.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.health.explain.SecretMask;
import dev.strake.sync.live.Answer;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.Refusal;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.live.Write;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.List;
import java.util.Optional;

/** Finds out what becomes of one object, by asking the server to do it and to keep nothing. */
public final class ObjectPlanner {

  private final ClusterApi api;
  private final PlanOptions options;
  private final DesiredSet set;
  private final CededFields ceded;
  private final LiveNamespaces namespaces;
  private final SecretMask mask;

  /** For the objects of one set. */
  public ObjectPlanner(ClusterApi api, PlanOptions options, DesiredSet set) {
    this.api = api;
    this.options = options;
    this.set = set;
    this.ceded = new CededFields(set);
    this.namespaces = new LiveNamespaces(api);
    this.mask =
        SecretMask.of(
            set.objects().stream().map(DesiredObject::object).filter(Secrets::is).toList());
  }

  /**
   * A refusal in words, without the values of the set's Secrets: an admission webhook may quote one
   * when it is asked about something else.
   */
  public String told(Refusal refusal, ObjectIdentity about) {
    return mask.apply(Secrets.told(refusal, about));
  }

  /** Again, if what was found earlier may be no longer so. */
  public Step plan(DesiredObject desired) {
    KubernetesObject object = desired.object();
    Optional<ResourceType> type = api.type(object.apiVersion(), object.kind());
    if (type.isEmpty()) {
      return set.defines(object.group(), object.kind())
          ? waiting(desired, "its definition is applied first")
          : blocked(
              desired, "the cluster serves no " + object.kind() + " of " + object.apiVersion());
    }
    return new OneObject(desired, type.get(), labelled(desired, type.get())).step();
  }

  /** With the labels of the set; Node objects are not the set's. */
  private KubernetesObject labelled(DesiredObject desired, ResourceType type) {
    ObjectNode tree = desired.object().copy();
    ObjectNode metadata = tree.withObjectProperty("metadata");
    if (!type.namespaced()) {
      metadata.remove("namespace");
    } else if (desired.object().namespace().isEmpty()) {
      metadata.put("namespace", "default");
    }
    if (!desired.isPatchOnly()) {
      options.labels().forEach(metadata.withObjectProperty("labels")::put);
    }
    return KubernetesObject.of(tree);
  }

  private static Step waiting(DesiredObject desired, String note) {
    return unresolved(desired, Action.WAITING, note);
  }

  private static Step blocked(DesiredObject desired, String note) {
    return unresolved(desired, Action.BLOCKED, note);
  }

  private static Step unresolved(DesiredObject desired, Action action, String note) {
    KubernetesObject object = desired.object();
    PlannedChange change =
        new PlannedChange(
            desired.identity(),
            object.apiVersion(),
            action,
            "",
            List.of(),
            List.of(),
            note,
            desired.place(),
            ChangeDigest.ofCreation(object));
    return new Step(change, desired, Optional.empty(), object, "", false, Optional.empty());
  }

  /** One object of a kind that is served. */
  private final class OneObject {

    private final DesiredObject desired;
    private final ResourceType type;
    private final KubernetesObject wanted;

    OneObject(DesiredObject desired, ResourceType type, KubernetesObject wanted) {
      this.desired = desired;
      this.type = type;
      this.wanted = wanted;
    }

    Step step() {
      if (type.namespaced() && !namespaces.isThere(wanted.namespace())) {
        return set.hasNamespace(wanted.namespace())
            ? waiting(desired, "its namespace is applied first")
            : blocked(desired, "there is no namespace " + wanted.namespace());
      }
      Answer answer = api.get(type, wanted.namespace(), wanted.name());
      Optional<KubernetesObject> live = answer.found();
      if (live.isPresent()) {
        return existing(live.get());
      }
      Refusal refusal = answer.refusal().orElseThrow();
      return refusal.isNotFound() ? missing() : refused("", refusal);
    }

    private Step missing() {
      if (desired.isPatchOnly()) {
        return waiting(desired, "the node has not joined");
      }
      Answer answer = api.apply(type, wanted, Write.DRY_RUN, false);
      return answer
          .refusal()
          .map(refusal -> refused("", refusal))
          .orElseGet(
              () ->
                  step(
                      Action.CREATE,
                      "",
                      List.of(),
                      List.of(),
                      "",
                      ChangeDigest.ofCreation(wanted),
                      wanted));
    }

    private Step existing(KubernetesObject live) {
      if (live.isTerminating()) {
        return step(
            Action.BLOCKED, live.uid(), List.of(), List.of(), Terminating.told(live), "", wanted);
      }
      if (desired.isPatchOnly()) {
        return node(live);
      }
      KubernetesObject applied = ceded.without(wanted, live);
      boolean force = options.forces(wanted);
      Answer answer = api.apply(type, applied, Write.DRY_RUN, force);
      List<FieldConflict> conflicts =
          answer
              .refusal()
              .filter(Refusal::isFieldConflict)
              .map(FieldConflict::of)
              .orElse(List.of());
      Takeover takeover = Takeover.of(live);
      if (!conflicts.isEmpty() && takeover.settles(conflicts)) {
        answer = api.apply(type, applied, Write.DRY_RUN, true);
        conflicts = List.of();
      }
      Optional<Refusal> refusal = answer.refusal();
      if (!conflicts.isEmpty()) {
        return step(
            Action.BLOCKED,
            live.uid(),
            List.of(),
            conflicts,
            "other managers own fields",
            "",
            applied);
      }
      if (refusal.isPresent()) {
        return unchangeable(live, applied, refusal.get());
      }
      KubernetesObject after = takeover.result(answer.found().orElseThrow());
      return compared(live, after, applied, force, takeover);
    }

    /** Labels are applied; taints are set before. */
    private Step node(KubernetesObject live) {
      KubernetesObject applied = NodeTaints.without(wanted);
      NodeTaints taints = NodeTaints.of(wanted, live);
      boolean force = options.forces(wanted);
      Answer answer = api.apply(type, applied, Write.DRY_RUN, force);
      Optional<Refusal> refusal = answer.refusal();
      if (refusal.isPresent()) {
        List<FieldConflict> conflicts = FieldConflict.of(refusal.get());
        String note =
            conflicts.isEmpty()
                ? told(refusal.get(), wanted.identity())
                : "other managers own fields";
        return step(Action.BLOCKED, live.uid(), List.of(), conflicts, note, "", applied);
      }
      KubernetesObject after = taints.in(answer.found().orElseThrow());
      List<FieldChange> fields = FieldDifference.between(live, after);
      Action action =
          !fields.isEmpty()
              ? Action.CHANGE
              : Ownership.changes(live, after) ? Action.ADOPT : Action.UNCHANGED;
      String digest = ChangeDigest.ofChange(live, fields, wanted);
      PlannedChange change = change(action, live.uid(), fields, List.of(), "", digest);
      return changing(change, applied, live, force, taints.patch());
    }

    private Step compared(
        KubernetesObject live,
        KubernetesObject after,
        KubernetesObject applied,
        boolean force,
        Takeover takeover) {
      List<FieldChange> fields = takeover.shown(FieldDifference.between(live, after));
      Action action =
          !FieldDifference.isNone(live, after)
              ? Action.CHANGE
              : takeover.isNeeded() || Ownership.changes(live, after)
                  ? Action.ADOPT
                  : Action.UNCHANGED;
      String digest = ChangeDigest.ofChange(live, fields, applied);
      PlannedChange change = change(action, live.uid(), fields, List.of(), takeover.note(), digest);
      return changing(change, applied, live, force, takeover.patch());
    }

    private Step changing(
        PlannedChange change,
        KubernetesObject applied,
        KubernetesObject live,
        boolean force,
        Optional<ArrayNode> before) {
      return new Step(
          change, desired, Optional.of(type), applied, live.resourceVersion(), force, before);
    }

    private Step unchangeable(KubernetesObject live, KubernetesObject applied, Refusal refusal) {
      boolean possible =
          refusal.isInvalid()
              && ImmutableChange.mayBeRecreated(type)
              && !desired.isPatchOnly()
              && ImmutableChange.isProven(api, type, applied, refusal);
      String told = told(refusal, wanted.identity());
      if (possible && options.mayRecreate(wanted)) {
        String digest = ChangeDigest.ofCreation(applied);
        return step(Action.RECREATE, live.uid(), List.of(), List.of(), told, digest, applied);
      }
      String hint =
          possible
              ? "; only deleting it and making it anew could do that: annotate it with %s: allowed"
                  .formatted(PlanOptions.RECREATE)
              : "";
      return step(Action.BLOCKED, live.uid(), List.of(), List.of(), told + hint, "", applied);
    }

    private Step refused(String uid, Refusal refusal) {
      String told = told(refusal, wanted.identity());
      return step(Action.BLOCKED, uid, List.of(), List.of(), told, "", wanted);
    }

    private Step step(
        Action action,
        String uid,
        List<FieldChange> fields,
        List<FieldConflict> conflicts,
        String note,
        String digest,
        KubernetesObject object) {
      return new Step(
          change(action, uid, fields, conflicts, note, digest),
          desired,
          Optional.of(type),
          object,
          "",
          options.forces(object),
          Optional.<ArrayNode>empty());
    }

    private PlannedChange change(
        Action action,
        String uid,
        List<FieldChange> fields,
        List<FieldConflict> conflicts,
        String note,
        String digest) {
      return new PlannedChange(
          wanted.identity(),
          wanted.apiVersion(),
          action,
          uid,
          fields,
          conflicts,
          note,
          desired.place(),
          digest);
    }
  }
}
