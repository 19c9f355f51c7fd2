package dev.strake.sync.health.explain;

import dev.strake.sync.object.KubernetesObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an event says, of either API.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/">Event</a>
 */
record EventNote(boolean warning, String reason, String message, long count, Instant last) {

  private static final int SHOWN = 5;

  private static final Comparator<EventNote> TELLING_FIRST =
      Comparator.comparing(EventNote::warning)
          .thenComparing(EventNote::last)
          .reversed()
          .thenComparing(EventNote::reason)
          .thenComparing(EventNote::message);

  /**
   * The most telling ones about some objects: warnings first, then the latest; the same words once.
   *
   * @param uids of the objects
   */
  static List<EventNote> about(Set<String> uids, Collection<KubernetesObject> events) {
    Map<String, EventNote> notes = new LinkedHashMap<>();
    for (KubernetesObject event : events) {
      if (uids.contains(subject(event))) {
        EventNote note = of(event);
        notes.merge(note.reason + "\n" + note.message, note, EventNote::join);
      }
    }
    return notes.values().stream().sorted(TELLING_FIRST).limit(SHOWN).toList();
  }

  private static String subject(KubernetesObject event) {
    return event.text("involvedObject", "uid").or(() -> event.text("regarding", "uid")).orElse("");
  }

  private static EventNote of(KubernetesObject event) {
    long count =
        Stream.of(
                event.number("series", "count"),
                event.number("count"),
                event.number("deprecatedCount"))
            .flatMap(number -> number.stream().boxed())
            .findFirst()
            .orElse(1L);
    Instant last =
        Stream.of(
                event.text("series", "lastObservedTime"),
                event.text("lastTimestamp"),
                event.text("deprecatedLastTimestamp"),
                event.text("eventTime"),
                event.text("metadata", "creationTimestamp"))
            .flatMap(text -> text.flatMap(EventNote::instant).stream())
            .findFirst()
            .orElse(Instant.EPOCH);
    return new EventNote(
        event.text("type").orElse("").equals("Warning"),
        event.text("reason").orElse(""),
        event.text("message").or(() -> event.text("note")).orElse(""),
        Math.max(1, count),
        last);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private EventNote join(EventNote other) {
    return new EventNote(
        warning || other.warning,
        reason,
        message,
        count + other.count,
        last.isAfter(other.last) ? last : other.last);
  }

  /** For people: {@code BackOff, 12 times, 3 min ago: …}. */
  String line(Instant now) {
    String times = count == 1 ? "" : ", " + count + " times";
    String when =
        last.equals(Instant.EPOCH) ? "" : ", " + Span.of(Duration.between(last, now)) + " ago";
    return reason + times + when + ": " + message;
  }
}
