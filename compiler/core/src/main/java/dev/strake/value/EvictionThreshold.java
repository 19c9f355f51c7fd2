package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * How little may be left before the kubelet evicts pods: a quantity, or a percentage of what the
 * machine has. Exactly one of the two is there.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/eviction/helpers.go">parseThresholdStatement
 *     in the kubelet</a>
 */
public record EvictionThreshold(@Nullable Quantity quantity, @Nullable Percentage percentage) {

  private static final String WHAT = "an eviction threshold";

  public static Parsed<EvictionThreshold> parse(String text) {
    if (text.endsWith("%")) {
      return Percentage.parse(text)
          .match(
              part -> Parsed.ok(new EvictionThreshold(null, part)),
              bad -> Parsed.bad(WHAT + ", because it is not " + bad.reason()));
    }
    return Quantity.parse(text)
        .match(
            EvictionThreshold::ofQuantity,
            bad -> Parsed.bad(WHAT + ", because it is not " + bad.reason(), "write 500Mi or 10%"));
  }

  private static Parsed<EvictionThreshold> ofQuantity(Quantity quantity) {
    return quantity.signum() < 0
        ? Parsed.bad(WHAT + ": it is less than nothing")
        : Parsed.ok(new EvictionThreshold(quantity, null));
  }

  /** As it was written. */
  @Override
  public String toString() {
    return quantity == null ? String.valueOf(percentage) : quantity.toString();
  }
}
