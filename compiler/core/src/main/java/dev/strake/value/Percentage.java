package dev.strake.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A part of a whole, from 0% to 100%, with up to three decimals: {@code 10%}, {@code 7.5%}. */
public record Percentage(String text, BigDecimal percent) implements Comparable<Percentage> {

  private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.[0-9]{1,3})?%");
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  public static Parsed<Percentage> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Parsed.bad("a percentage", "write a number with its sign, such as 10%");
    }
    BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1));
    return percent.compareTo(WHOLE) > 0
        ? Parsed.bad("a percentage: it is more than 100%")
        : Parsed.ok(new Percentage(text, percent));
  }

  @Override
  public int compareTo(Percentage other) {
    return percent.compareTo(other.percent);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
