package dev.strake.sync.plan;

import dev.strake.sync.live.Refusal;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.stream.Collectors;

/** Keeps the values of Secrets out of everything that is shown, kept or logged. */
public final class Secrets {

  private Secrets() {}

  public static boolean is(KubernetesObject object) {
    return is(object.identity());
  }

  public static boolean is(ObjectIdentity identity) {
    return identity.group().isEmpty() && identity.kind().equals("Secret");
  }

  /**
   * Whether a value of a Secret is not shown: any but its names, labels and type. An annotation may
   * be a copy of the whole, as kubectl's is.
   */
  static boolean isHidden(String path) {
    return !path.startsWith("/metadata/labels")
        && !path.startsWith("/metadata/ownerReferences")
        && !path.startsWith("/metadata/finalizers")
        && !path.equals("/type")
        && !path.equals("/immutable")
        && !path.equals("/apiVersion");
  }

  /**
   * A refusal in words. The server quotes what it refuses, so of a Secret only the fields are told.
   */
  public static String told(Refusal refusal, ObjectIdentity about) {
    if (!is(about)) {
      return refusal.message();
    }
    String fields =
        refusal.causes().stream()
            .map(Refusal.Cause::field)
            .filter(field -> field.matches("[A-Za-z.]{1,60}"))
            .distinct()
            .collect(Collectors.joining(", "));
    String what = refusal.reason().isEmpty() ? "HTTP " + refusal.code() : refusal.reason();
    return "refused: %s%s; the server's words may quote the Secret and are not shown"
        .formatted(what, fields.isEmpty() ? "" : " (" + fields + ")");
  }
}
