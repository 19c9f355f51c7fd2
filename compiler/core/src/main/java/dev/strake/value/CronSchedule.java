package dev.strake.value;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When something runs, as Kubernetes' CronJob and Velero read it: five fields for minute, hour, day
 * of the month, month and day of the week, or a word such as {@code @daily}. Time zones inside the
 * expression are refused.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax">Kubernetes:
 *     schedule syntax</a>
 * @see <a href="https://github.com/robfig/cron/blob/v3/parser.go">the parser that both use</a>
 */
public record CronSchedule(String text) implements Comparable<CronSchedule> {

  private record Field(String name, int min, int max, List<String> words) {}

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
  private static final List<Field> FIELDS =
      List.of(
          new Field("minute", 0, 59, List.of()),
          new Field("hour", 0, 23, List.of()),
          new Field("day of the month", 1, 31, List.of()),
          new Field("month", 1, 12, MONTHS),
          new Field("day of the week", 0, 6, DAYS));
  private static final List<String> WORDS =
      List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final int LONGEST = 200;

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public CronSchedule {
    Names.require(text, problem(text));
  }

  public static Parsed<CronSchedule> parse(String text) {
    return Names.named(text, "a cron schedule", problem(text), CronSchedule::new);
  }

  private static @Nullable String problem(String text) {
    if (text.length() > LONGEST) {
      return "it has %s characters, and %s are allowed".formatted(text.length(), LONGEST);
    }
    if (text.startsWith("@")) {
      return WORDS.contains(text) ? null : "there are the words " + String.join(", ", WORDS);
    }
    if (text.startsWith("TZ=") || text.startsWith("CRON_TZ=")) {
      return "a time zone has no place in it";
    }
    String[] fields = text.strip().split(" +", -1);
    if (fields.length != FIELDS.size()) {
      return "it has %s fields, and it must have 5".formatted(fields.length);
    }
    for (int i = 0; i < fields.length; i++) {
      for (String part : fields[i].split(",", -1)) {
        String problem = partProblem(part, FIELDS.get(i));
        if (problem != null) {
          return "its " + FIELDS.get(i).name() + " " + problem;
        }
      }
    }
    return null;
  }

  /** One of {@code *}, {@code 1}, {@code 1-5}, each with a step behind a slash. */
  private static @Nullable String partProblem(String part, Field field) {
    int slash = part.indexOf('/');
    String range = slash < 0 ? part : part.substring(0, slash);
    if (slash >= 0 && !part.substring(slash + 1).matches("[1-9][0-9]{0,3}")) {
      return "has a step that is not a number from 1 on";
    }
    if (range.equals("*") || range.equals("?")) {
      return null;
    }
    int hyphen = range.indexOf('-');
    int first = number(hyphen < 0 ? range : range.substring(0, hyphen), field);
    int last = hyphen < 0 ? first : number(range.substring(hyphen + 1), field);
    if (first < 0 || last < 0) {
      return "goes from %s to %s".formatted(field.min(), field.max());
    }
    return first > last ? "ends before it begins" : null;
  }

  /** Negative if the text is no value of the field. */
  private static int number(String text, Field field) {
    int word = field.words().indexOf(text.toLowerCase(Locale.ROOT));
    if (word >= 0) {
      return field.min() + word;
    }
    int number = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1;
    return number < field.min() || number > field.max() ? -1 : number;
  }

  @Override
  public int compareTo(CronSchedule other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
