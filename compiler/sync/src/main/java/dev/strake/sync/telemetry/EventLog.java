package dev.strake.sync.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A log of one JSON object a line. What is not ASCII is escaped, control characters and line breaks
 * included, so that neither a commit's author nor a server's error can write a line of its own or
 * turn one around; long texts are cut.
 */
public final class EventLog {

  /** How much an event matters. */
  public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  private static final int LONGEST = 2000;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Clock clock;
  private final Level least;
  private final Consumer<String> lines;

  /**
   * @param least level that is written
   * @param lines takes each line, without its break
   */
  public EventLog(Clock clock, Level least, Consumer<String> lines) {
    this.clock = clock;
    this.least = least;
    this.lines = lines;
  }

  /**
   * Writes an event.
   *
   * @param event a fixed word or few: {@code sync failed}
   * @param fields by name; not {@code time}, {@code level} or {@code event}
   */
  public void write(Level level, String event, Map<String, String> fields) {
    if (level.compareTo(least) < 0) {
      return;
    }
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", clock.instant().toString());
      json.writeStringField("level", level.name().toLowerCase(Locale.ROOT));
      json.writeStringField("event", event);
      for (Map.Entry<String, String> field : new TreeMap<>(fields).entrySet()) {
        json.writeStringField(field.getKey(), cut(field.getValue()));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    lines.accept(line.toString());
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, split ? LONGEST - 1 : LONGEST) + "...";
  }
}
