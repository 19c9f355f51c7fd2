package dev.strake.sync.plan;

import dev.strake.sync.live.Refusal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field that another manager owns with another value.
 *
 * @param path as the server writes it: {@code .spec.replicas}
 */
public record FieldConflict(String manager, String path) {

  /** {@code conflict with "kubectl-edit" using apps/v1: .spec.replicas}, without the end. */
  private static final Pattern MESSAGE = Pattern.compile("conflict with \"([^\"]*)\".*");

  static List<FieldConflict> of(Refusal refusal) {
    return refusal.causes().stream()
        .filter(cause -> cause.reason().equals("FieldManagerConflict"))
        .map(cause -> new FieldConflict(manager(cause.message()), cause.field()))
        .toList();
  }

  private static String manager(String message) {
    Matcher matcher = MESSAGE.matcher(message);
    return matcher.matches() ? matcher.group(1) : message;
  }
}
