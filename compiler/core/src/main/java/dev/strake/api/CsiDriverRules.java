package dev.strake.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Drivers of volumes.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/storage/validation/validation.go">validateCSIDriverSpec
 *     in validation.go</a>
 */
final class CsiDriverRules implements ObjectRules {

  private static final long SHORTEST_TOKEN_SECONDS = 600;
  private static final long LONGEST_TOKEN_SECONDS = 1L << 32;
  private static final long SHORTEST_UPDATE_SECONDS = 10;

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    Check.oneOf(spec.field("fsGroupPolicy"), List.of("File", "None", "ReadWriteOnceWithFSType"));
    for (Cursor mode : spec.field("volumeLifecycleModes").items()) {
      Check.requiredOneOf(mode, List.of("Ephemeral", "Persistent"));
    }
    checkTokens(spec.field("tokenRequests"));
    if (context.isSince(35)) {
      Cursor inSecrets = spec.field("serviceAccountTokenInSecrets");
      if (inSecrets.isSet() && !spec.field("tokenRequests").hasElements()) {
        inSecrets.forbidden("without tokenRequests");
      }
      Check.range(
          spec.field("nodeAllocatableUpdatePeriodSeconds"),
          SHORTEST_UPDATE_SECONDS,
          Long.MAX_VALUE);
    }
  }

  /** validateTokenRequests: the empty audience may stand once, too. */
  private static void checkTokens(Cursor requests) {
    Map<String, Cursor> audiences = new HashMap<>();
    for (Cursor request : requests.items()) {
      Cursor audience = request.field("audience");
      Cursor earlier = audiences.putIfAbsent(audience.text(), audience);
      if (earlier != null && (audience.isText() || !audience.isSet())) {
        audience.duplicate(earlier, "this audience");
      }
      Check.range(
          request.field("expirationSeconds"), SHORTEST_TOKEN_SECONDS, LONGEST_TOKEN_SECONDS);
    }
  }
}
