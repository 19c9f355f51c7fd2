package dev.strake.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the rules of a pod's parts need to know about the whole.
 *
 * @param context the server
 * @param owner the object or template that the spec stands in, with its metadata
 * @param spec the pod's spec
 * @param isPod whether it is a pod of its own, not a template
 * @param volumes what containers can mount
 */
record PodScope(ApiContext context, Cursor owner, Cursor spec, boolean isPod, PodVolumes volumes) {

  private static final long DEFAULT_GRACE_SECONDS = 30;

  /** The pod's restartPolicy with its default. */
  String restartPolicy() {
    return spec.field("restartPolicy").textOr("Always");
  }

  long graceSeconds() {
    return spec.field("terminationGracePeriodSeconds").integerOr(DEFAULT_GRACE_SECONDS);
  }

  boolean hostNetwork() {
    return spec.field("hostNetwork").isTrue();
  }

  /** Whether containers share the user namespace of their node. */
  boolean hostUsers() {
    return !spec.field("hostUsers").isFalse();
  }

  /** All containers, in the order in which the server visits them. */
  List<Cursor> containers() {
    return Stream.of("initContainers", "containers", "ephemeralContainers")
        .flatMap(list -> spec.field(list).items().stream())
        .toList();
  }

  /** Whether the spec declares a resource claim of this name. */
  boolean hasClaim(String name) {
    return spec.field("resourceClaims").items().stream()
        .anyMatch(claim -> claim.field("name").is(name));
  }
}
