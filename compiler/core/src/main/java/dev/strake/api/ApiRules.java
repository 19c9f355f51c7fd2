package dev.strake.api;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges objects as the API server does when it is asked to create them. */
public final class ApiRules {

  private ApiRules() {}

  /**
   * Every reason for which the server would refuse an object, in the order of its fields' rules.
   * Only wrong types and unknown fields are left to the structural check.
   */
  public static List<Diagnostic> check(Manifest manifest, ApiContext context) {
    List<Diagnostic> findings = new ArrayList<>();
    Cursor object = Cursor.of(manifest, findings::add);
    ApiKind kind = ApiKinds.find(manifest.ref().apiVersion(), manifest.ref().kind());
    MetadataRules.check(object.field("metadata"), kind, context);
    kind.rules().check(object, context);
    return List.copyOf(findings);
  }

  /**
   * The same without what was said before: places of which the structural check found an error,
   * such as a missing field, are not reported twice, nor is anything inside them.
   *
   * @param structural what the structural check found in this object
   */
  public static List<Diagnostic> check(
      Manifest manifest, ApiContext context, Collection<Diagnostic> structural) {
    Set<String> reported =
        structural.stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(Diagnostic::path)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    return check(manifest, context).stream()
        .filter(finding -> !isInsideAny(finding.path(), reported))
        .toList();
  }

  private static boolean isInsideAny(@Nullable String pointer, Set<String> reported) {
    String at = pointer;
    while (at != null && !at.isEmpty()) {
      if (reported.contains(at)) {
        return true;
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return at != null && reported.contains(at);
  }
}
