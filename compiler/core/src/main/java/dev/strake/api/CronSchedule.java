package dev.strake.api;

import dev.strake.value.GoDuration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a cron job runs: five fields, or one of the words with an {@code @}.
 *
 * @see <a href="https://github.com/robfig/cron/blob/v3.0.1/parser.go">ParseStandard of robfig/cron,
 *     which the server uses</a>
 */
final class CronSchedule {

  private static final List<String> WORDS =
      List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final String EVERY = "@every ";
  private static final int MOST_DIGITS = 9;

  private record Field(String name, int least, int most, List<String> names) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("minute", 0, 59, List.of()),
          new Field("hour", 0, 23, List.of()),
          new Field("day of the month", 1, 31, List.of()),
          new Field(
              "month",
              1,
              12,
              List.of(
                  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                  "dec")),
          new Field(
              "day of the week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

  private CronSchedule() {}

  /** What keeps a text from being a schedule, as in "x is not ..."; null if nothing does. */
  static @Nullable String problem(String text) {
    if (text.startsWith("@")) {
      return wordProblem(text);
    }
    List<String> parts =
        Arrays.stream(text.strip().split("\\s+")).filter(part -> !part.isEmpty()).toList();
    if (parts.size() != FIELDS.size()) {
      return "a schedule: it has %s fields instead of 5".formatted(parts.size());
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!isField(parts.get(i), FIELDS.get(i))) {
        Field field = FIELDS.get(i);
        return "a schedule: the %s goes from %s to %s"
            .formatted(field.name, field.least, field.most);
      }
    }
    return null;
  }

  private static @Nullable String wordProblem(String text) {
    if (text.startsWith(EVERY)) {
      return Texts.problem(GoDuration.parse(text.substring(EVERY.length())));
    }
    return WORDS.contains(text) ? null : "a schedule: the words are " + String.join(", ", WORDS);
  }

  /** Commas with nothing between them are passed over. */
  private static boolean isField(String text, Field field) {
    return Arrays.stream(text.split(",")).allMatch(part -> part.isEmpty() || isRange(part, field));
  }

  /** A star, a number, a range, and each with a step; a number with a step goes on to the end. */
  private static boolean isRange(String text, Field field) {
    String[] rangeAndStep = text.split("/", -1);
    String[] range = rangeAndStep[0].split("-", -1);
    boolean stepped = rangeAndStep.length == 2;
    if (rangeAndStep.length > 2 || (stepped && number(rangeAndStep[1]) <= 0)) {
      return false;
    }
    if (range[0].equals("*") || range[0].equals("?")) {
      return true;
    }
    int from = value(range[0], field);
    int to = range.length == 2 ? value(range[1], field) : stepped ? field.most : from;
    return range.length <= 2 && from >= field.least && to <= field.most && from <= to && to >= 0;
  }

  private static int value(String text, Field field) {
    int named = field.names.indexOf(text.toLowerCase(Locale.ROOT));
    return named < 0 ? number(text) : named + field.least;
  }

  /** The number that a text is; -1 if it is none. */
  private static int number(String text) {
    String digits = text.startsWith("+") ? text.substring(1) : text;
    boolean ok =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return ok ? Integer.parseInt(digits) : -1;
  }
}
