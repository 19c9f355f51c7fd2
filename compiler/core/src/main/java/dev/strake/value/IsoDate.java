package dev.strake.value;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A day: {@code 2027-06-30}. */
public record IsoDate(LocalDate day) implements Comparable<IsoDate> {

  private static final String WHAT = "a date";

  public static Parsed<IsoDate> parse(String text) {
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return Parsed.bad(WHAT, "write year, month and day: 2027-06-30");
    }
    try {
      return Parsed.ok(new IsoDate(LocalDate.parse(text)));
    } catch (DateTimeException e) {
      return Parsed.bad(WHAT + ": the calendar has no such day");
    }
  }

  @Override
  public int compareTo(IsoDate other) {
    return day.compareTo(other.day);
  }

  @Override
  public String toString() {
    return day.toString();
  }
}
