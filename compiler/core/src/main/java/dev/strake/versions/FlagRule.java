package dev.strake.versions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a flag that somebody adds to those of a component.
 *
 * @param component {@code kube-apiserver}
 * @param flag without dashes; with {@code *} at its end for all that begin so
 * @param since the release from which on it holds, of etcd for etcd and of Kubernetes else; empty
 *     if it always does
 * @param values {@code *}, items of which the flag's list has one, or {@code !} and the item that
 *     it lacks
 * @param text what to write instead for {@link Kind#FIELD}, else the reason
 */
public record FlagRule(
    String component,
    String flag,
    Kind kind,
    Optional<MinorVersion> since,
    List<String> values,
    String text) {

  /** What is the matter with a flag. */
  public enum Kind {
    /** The component does not start with it. */
    REMOVED,
    /** The spec has a field that it would contradict. */
    FIELD,
    /** It opens or breaks what the defaults keep shut and whole. */
    INSECURE,
    /** kubeadm sets it, and nobody else should. */
    KUBEADM;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String ANY = "*";
  private static final String WITHOUT = "!";
  private static final String ALWAYS = "-";

  public FlagRule {
    values = List.copyOf(values);
  }

  static FlagRule of(Row row) {
    boolean always = row.text("since").equals(ALWAYS);
    return new FlagRule(
        row.text("component"),
        row.text("flag"),
        row.choice("kind", Kind.class),
        always ? Optional.empty() : Optional.of(row.minor("since")),
        row.texts("values"),
        row.text("text"));
  }

  /**
   * Whether the rule is about this flag with this value.
   *
   * @param release of the component
   */
  boolean fits(String written, String value, MinorVersion release) {
    boolean named =
        flag.endsWith(ANY)
            ? written.startsWith(flag.substring(0, flag.length() - 1))
            : written.equals(flag);
    return named && since.map(from -> from.compareTo(release) <= 0).orElse(true) && fits(value);
  }

  private boolean fits(String value) {
    List<String> items = List.of(value.split(",", -1));
    return values.stream()
        .anyMatch(
            wanted ->
                wanted.startsWith(WITHOUT)
                    ? !items.contains(wanted.substring(1))
                    : wanted.equals(ANY) || items.contains(wanted));
  }
}
