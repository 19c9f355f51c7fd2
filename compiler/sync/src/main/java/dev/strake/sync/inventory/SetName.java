package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that somebody gave to a set of objects. Any text will do.
 *
 * <p>The set's parent is the ConfigMap {@code strake-set-<name>} in {@code strake-system}. Where
 * the name does not fit a ConfigMap's, what fits of it is followed by {@code -x} and the beginning
 * of its hash; a name that looks like one of those is treated likewise, so that no two sets share a
 * parent.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names">DNS
 *     subdomain names</a>
 */
public record SetName(String value) {

  /** Where the parents of all sets are. */
  public static final String NAMESPACE = "strake-system";

  private static final String PREFIX = "strake-set-";
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final Pattern FITS = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final Pattern LOOKS_HASHED = Pattern.compile(".*-x[0-9a-f]{20}");
  private static final Pattern UNFIT = Pattern.compile("[^a-z0-9]+");
  private static final Pattern EDGES = Pattern.compile("^-|-$");

  /** Well below the 253 characters that a ConfigMap's name may have. */
  private static final int LONGEST = 200;

  /** What of an unfit name is kept for people to recognise. */
  private static final int RECOGNISABLE = 100;

  /** The object that stands for the set. */
  public ObjectIdentity parent() {
    return new ObjectIdentity("", "ConfigMap", NAMESPACE, PREFIX + fitting());
  }

  public ApplySetId id() {
    return ApplySetId.of(parent());
  }

  private String fitting() {
    boolean fits =
        value.length() <= LONGEST
            && FITS.matcher(value).matches()
            && !LOOKS_HASHED.matcher(value).matches();
    return fits ? value : recognisable() + "x" + Digests.hex(value).substring(0, 20);
  }

  private String recognisable() {
    String plain = UNFIT.matcher(value.toLowerCase(Locale.ROOT)).replaceAll("-");
    String cut = plain.substring(0, Math.min(plain.length(), RECOGNISABLE));
    String bare = EDGES.matcher(cut).replaceAll("");
    return bare.isEmpty() ? "" : bare + "-";
  }

  @Override
  public String toString() {
    return value;
  }
}
