package dev.strake.sync.inventory;

/**
 * How much of a set may go at once: it is too much if it is both more than a share of the set and
 * at least a number of objects.
 *
 * @param percent of the inventory, 0 to 100
 * @param atLeast objects; fewer are never too many, so that small sets can change
 */
public record PruneLimits(int percent, int atLeast) {

  public static final PruneLimits DEFAULT = new PruneLimits(20, 5);

  public PruneLimits {
    if (percent < 0 || percent > 100 || atLeast < 1) {
      throw new IllegalArgumentException("no limits: " + percent + " %, " + atLeast);
    }
  }

  boolean areExceeded(int deleted, int inventoried) {
    return deleted >= atLeast && 100L * deleted > (long) percent * inventoried;
  }
}
