package dev.strake.versions;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.Parsed;
import dev.strake.value.SemanticVersion;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * A line of a {@link Table}. Each reading names the column, and stops the program where the cell is
 * none of that kind.
 *
 * @param place for messages: {@code kubernetes.tsv:12}
 */
record Row(String place, List<String> columns, List<String> cells) {

  Row {
    if (cells.size() != columns.size()) {
      throw new IllegalStateException(
          "%s: %s cells instead of %s".formatted(place, cells.size(), columns.size()));
    }
    for (String cell : cells) {
      if (cell.isEmpty() || !cell.equals(cell.strip())) {
        throw new IllegalStateException(place + ": a cell is empty or has blanks around it");
      }
    }
  }

  String text(String column) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw wrong("no column " + column);
    }
    return cells.get(at);
  }

  MinorVersion minor(String column) {
    try {
      return MinorVersion.of(text(column));
    } catch (IllegalArgumentException e) {
      throw wrong(column + " is " + e.getMessage());
    }
  }

  LocalDate day(String column) {
    try {
      return LocalDate.parse(text(column));
    } catch (DateTimeParseException e) {
      throw wrong(column + " is not a day: " + text(column));
    }
  }

  int number(String column) {
    if (!text(column).matches("0|[1-9][0-9]{0,8}")) {
      throw wrong(column + " is not a number: " + text(column));
    }
    return Integer.parseInt(text(column));
  }

  KubernetesVersion release(String column) {
    return ok(column, KubernetesVersion.parse(text(column)));
  }

  /** Several texts with commas between them. */
  List<String> texts(String column) {
    return List.of(text(column).split(",", -1));
  }

  SemanticVersion version(String column) {
    return ok(column, SemanticVersion.parse(text(column)));
  }

  List<SemanticVersion> versions(String column) {
    return texts(column).stream().map(each -> ok(column, SemanticVersion.parse(each))).toList();
  }

  <E extends Enum<E>> E choice(String column, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.toString().equals(text(column))) {
        return constant;
      }
    }
    throw wrong(column + " is none of " + List.of(type.getEnumConstants()));
  }

  private <T> T ok(String column, Parsed<T> parsed) {
    return parsed.match(
        value -> value,
        bad -> {
          throw wrong(column + " is not " + bad.reason());
        });
  }

  IllegalStateException wrong(String what) {
    return new IllegalStateException(place + ": " + what);
  }
}
