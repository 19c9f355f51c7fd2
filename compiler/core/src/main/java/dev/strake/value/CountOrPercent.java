package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * How many of something: a number from 1 on, or a percentage, which is rounded down but is at least
 * one.
 *
 * @param count null if it is a percentage
 * @param percentage null if it is a number
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable">Kubernetes:
 *     max unavailable</a>
 */
public record CountOrPercent(@Nullable Integer count, @Nullable Percentage percentage) {

  private static final String WHAT = "a number or a percentage";

  public static Parsed<CountOrPercent> parse(String text) {
    if (text.endsWith("%")) {
      return Percentage.parse(text)
          .match(
              part ->
                  part.percent().signum() == 0
                      ? Parsed.bad(WHAT + " above nothing")
                      : Parsed.ok(new CountOrPercent(null, part)),
              bad -> new Parsed.Bad<>(bad.reason(), bad.help()));
    }
    if (!text.matches("[1-9][0-9]{0,6}")) {
      return Parsed.bad(
          text.equals("0") ? WHAT + " above nothing" : WHAT, "write 1 or more, or 10%");
    }
    return Parsed.ok(new CountOrPercent(Integer.valueOf(text), null));
  }

  /** How many of a whole, at least one. */
  public int of(int whole) {
    if (percentage == null) {
      return count == null ? 1 : count;
    }
    long thousandths = percentage.percent().movePointRight(3).longValueExact();
    return (int) Math.max(1, whole * thousandths / 100_000);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return percentage == null ? String.valueOf(count) : percentage.toString();
  }
}
