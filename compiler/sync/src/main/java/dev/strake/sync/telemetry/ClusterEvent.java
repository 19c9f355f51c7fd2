package dev.strake.sync.telemetry;

import dev.strake.sync.object.ObjectIdentity;
import java.time.Instant;

/**
 * An {@code events.k8s.io/v1} Event about an object, as a value.
 *
 * @param name unique within the namespace, the same for each repetition
 * @param regarding what it is about
 * @param reason in UpperCamelCase, for machines
 * @param note for people, at most 1 kB
 * @param first when it happened first
 * @param last when it happened last
 * @param count how often; 1 for an event without a series
 */
public record ClusterEvent(
    String name,
    ObjectIdentity regarding,
    Type type,
    String reason,
    String action,
    String note,
    Instant first,
    Instant last,
    int count) {

  /** Whether somebody should look. */
  public enum Type {
    NORMAL("Normal"),
    WARNING("Warning");

    private final String id;

    Type(String id) {
      this.id = id;
    }

    /** As Kubernetes writes it. */
    public String id() {
      return id;
    }
  }
}
