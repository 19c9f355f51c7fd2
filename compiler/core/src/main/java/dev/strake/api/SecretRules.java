package dev.strake.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Secrets. What stringData holds replaces what data holds under the same key. Values are never
 * quoted.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateSecret
 *     in validation.go</a>
 */
final class SecretRules implements ObjectRules {

  private static final String ACCOUNT_NAME = "kubernetes.io/service-account.name";
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "kubernetes.io/tls", List.of("tls.crt", "tls.key"),
          "kubernetes.io/dockercfg", List.of(".dockercfg"),
          "kubernetes.io/dockerconfigjson", List.of(".dockerconfigjson"));

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor data = object.field("data");
    Cursor plain = object.field("stringData");
    long total = 0;
    for (Cursor value : data.values()) {
      ConfigMapRules.checkKey(value);
      Base64Text.check(value);
      boolean replaced = has(plain, value.key());
      total += replaced ? 0 : Base64Text.length(value.text());
    }
    for (Cursor value : plain.values()) {
      ConfigMapRules.checkKey(value);
      total += Texts.bytes(value.text());
    }
    ConfigMapRules.checkTotal(object, total);
    checkType(object);
  }

  private static void checkType(Cursor object) {
    String type = object.field("type").text();
    switch (type) {
      case "kubernetes.io/service-account-token" -> {
        Cursor account = object.field("metadata", "annotations").field(ACCOUNT_NAME);
        if (account.isBlank()) {
          account.missing("a secret of the type " + type + " needs this annotation");
        }
      }
      case "kubernetes.io/basic-auth" -> {
        if (!hasKey(object, "username") && !hasKey(object, "password")) {
          missing(object, type, "username or password");
        }
      }
      case "kubernetes.io/ssh-auth" -> {
        if (value(object, "ssh-privatekey").isBlank()) {
          missing(object, type, "ssh-privatekey");
        }
      }
      default -> checkKeys(object, type);
    }
  }

  private static void checkKeys(Cursor object, String type) {
    for (String key : KEYS.getOrDefault(type, List.of())) {
      if (!hasKey(object, key)) {
        missing(object, type, key);
      } else if (key.startsWith(".docker") && !isJsonObject(object, key)) {
        value(object, key)
            .report(ApiCode.INVALID_VALUE, "the value of " + key + " is not a JSON object");
      }
    }
  }

  private static void missing(Cursor object, String type, String key) {
    object
        .field("type")
        .report(ApiCode.MISSING_FIELD, "a secret of the type " + type + " needs the key " + key);
  }

  private static boolean hasKey(Cursor object, String key) {
    return has(object.field("data"), key) || has(object.field("stringData"), key);
  }

  private static boolean has(Cursor map, String key) {
    return map.values().stream().anyMatch(value -> value.key().equals(key));
  }

  private static Cursor value(Cursor object, String key) {
    Cursor plain = object.field("stringData");
    return has(plain, key) ? plain.field(key) : object.field("data").field(key);
  }

  /** Whether Go can make a map of it; null is an empty one. */
  private static boolean isJsonObject(Cursor object, String key) {
    Cursor value = value(object, key);
    if (has(object.field("stringData"), key)) {
      return JsonText.isObjectOrNull(value.text());
    }
    return Base64Text.decode(value.text())
        .map(bytes -> JsonText.isObjectOrNull(new String(bytes, StandardCharsets.UTF_8)))
        .orElse(true);
  }
}
