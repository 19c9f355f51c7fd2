package dev.strake.sync.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.object.KubernetesObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Binds a plan to what it does. Of a Secret it holds the version of the live object and the names
 * of fields, since a hash of few possible values tells the value.
 */
final class ChangeDigest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private ChangeDigest() {}

  static String ofCreation(KubernetesObject wanted) {
    return of("create", canonical(Secrets.is(wanted) ? withoutValues(wanted) : wanted.copy()));
  }

  /** Its fields and their names; an annotation may be a copy of the whole. */
  private static ObjectNode withoutValues(KubernetesObject secret) {
    ObjectNode tree = secret.copy();
    for (JsonNode part :
        List.of(
            tree.path("data"),
            tree.path("stringData"),
            tree.path("metadata").path("annotations"))) {
      if (part instanceof ObjectNode values) {
        List<String> names = new ArrayList<>();
        values.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> values.put(name, ""));
      }
    }
    return tree;
  }

  static String ofChange(KubernetesObject live, List<FieldChange> shown, KubernetesObject wanted) {
    String fields =
        shown.stream()
            .map(change -> change.path() + "=" + change.before() + ">" + change.after())
            .collect(Collectors.joining("\n"));
    return Secrets.is(live)
        ? of("change", live.resourceVersion(), fields)
        : of("change", fields, canonical(wanted.copy()));
  }

  static String of(String... parts) {
    MessageDigest sha256 = sha256();
    for (String part : parts) {
      sha256.update(part.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static String canonical(JsonNode tree) {
    try {
      return JSON.writeValueAsString(JSON.treeToValue(tree, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
