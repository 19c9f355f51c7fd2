package dev.strake.sync.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.bundle.HostRole;
import dev.strake.sync.host.HostAction;
import dev.strake.sync.host.PlannedHost;
import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A plan as JSON, for people who review it and for the sync that carries it out. It holds a digest
 * of itself, so that a change of it is noticed; who must know that nobody changed both signs the
 * file.
 */
public final class PlanFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;
  private static final String DIGEST = "digest";

  private PlanFile() {}

  /** Always the same text for the same plan. */
  public static String write(Plan plan) {
    ObjectNode root = tree(plan);
    root.put(DIGEST, ChangeDigest.of(root.toString()));
    return root.toPrettyString() + "\n";
  }

  private static ObjectNode tree(Plan plan) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", VERSION)
        .put("set", plan.set())
        .put("cluster", plan.cluster())
        .put("commit", plan.commit());
    ArrayNode hosts = root.putArray("hosts");
    plan.hosts().forEach(host -> hosts.add(tree(host)));
    ArrayNode changes = root.putArray("changes");
    plan.changes().forEach(change -> changes.add(tree(change)));
    return root;
  }

  private static ObjectNode tree(PlannedHost host) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("action", host.action().id()).put("role", role(host.role()));
    node.put("name", host.name()).put("address", host.address());
    node.put(DIGEST, host.digest()).put("recorded", host.recorded()).put("note", host.note());
    ArrayNode files = node.putArray("files");
    host.files().forEach(files::add);
    return node;
  }

  private static String role(HostRole role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode tree(PlannedChange change) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("action", change.action().id()).put("apiVersion", change.apiVersion());
    node.put("kind", change.identity().kind());
    node.put("namespace", change.identity().namespace());
    node.put("name", change.identity().name());
    node.put("uid", change.uid()).put("place", change.place()).put("note", change.note());
    node.put(DIGEST, change.digest());
    ArrayNode fields = node.putArray("fields");
    for (FieldChange field : change.fields()) {
      fields
          .addObject()
          .put("path", field.path())
          .put("before", field.before())
          .put("after", field.after());
    }
    ArrayNode conflicts = node.putArray("conflicts");
    for (FieldConflict conflict : change.conflicts()) {
      conflicts.addObject().put("manager", conflict.manager()).put("path", conflict.path());
    }
    return node;
  }

  /** What {@link #write} wrote; empty for anything else, also if a character of it has changed. */
  public static Optional<Plan> read(String text) {
    try {
      if (!(JSON.readTree(text) instanceof ObjectNode root)) {
        return Optional.empty();
      }
      String digest = root.path(DIGEST).asText("");
      root.remove(DIGEST);
      boolean whole = digest.equals(ChangeDigest.of(root.toString()));
      if (!whole || root.path("version").asInt() != VERSION) {
        return Optional.empty();
      }
      List<PlannedHost> hosts = new ArrayList<>();
      for (JsonNode host : root.path("hosts")) {
        hosts.add(host(host));
      }
      List<PlannedChange> changes = new ArrayList<>();
      for (JsonNode change : root.path("changes")) {
        changes.add(change(change));
      }
      return Optional.of(
          new Plan(text(root, "set"), text(root, "cluster"), text(root, "commit"), hosts, changes));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static PlannedHost host(JsonNode node) {
    List<String> files = new ArrayList<>();
    node.path("files").forEach(file -> files.add(file.asText()));
    return new PlannedHost(
        text(node, "name"),
        choice(HostRole.values(), PlanFile::role, text(node, "role")),
        text(node, "address"),
        choice(HostAction.values(), HostAction::id, text(node, "action")),
        text(node, DIGEST),
        text(node, "recorded"),
        files,
        text(node, "note"));
  }

  private static PlannedChange change(JsonNode node) {
    String apiVersion = text(node, "apiVersion");
    int slash = apiVersion.indexOf('/');
    List<FieldChange> fields = new ArrayList<>();
    for (JsonNode field : node.path("fields")) {
      fields.add(new FieldChange(text(field, "path"), text(field, "before"), text(field, "after")));
    }
    List<FieldConflict> conflicts = new ArrayList<>();
    for (JsonNode conflict : node.path("conflicts")) {
      conflicts.add(new FieldConflict(text(conflict, "manager"), text(conflict, "path")));
    }
    return new PlannedChange(
        new ObjectIdentity(
            slash < 0 ? "" : apiVersion.substring(0, slash),
            text(node, "kind"),
            text(node, "namespace"),
            text(node, "name")),
        apiVersion,
        choice(Action.values(), Action::id, text(node, "action")),
        text(node, "uid"),
        fields,
        conflicts,
        text(node, "note"),
        text(node, "place"),
        text(node, DIGEST));
  }

  private static <T> T choice(T[] values, Function<T, String> name, String id) {
    return Arrays.stream(values)
        .filter(value -> name.apply(value).equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }
}
