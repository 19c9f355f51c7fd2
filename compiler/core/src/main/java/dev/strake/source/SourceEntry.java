package dev.strake.source;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A file of a tree, by its name. Its bytes are read when they are asked for, and are not kept.
 *
 * @param path relative to the tree's root, with {@code /} on every system
 * @param reader reads the content; never fails, and may be asked more than once
 */
public record SourceEntry(String path, Supplier<SourceContent> reader) {

  /** By path, in the order of code points, which is also the order of the UTF-8 bytes. */
  public static final Comparator<SourceEntry> ORDER =
      (a, b) -> compareCodePoints(a.path(), b.path());

  private static final Set<String> MANIFEST_ENDINGS = Set.of(".yaml", ".yml", ".json");

  /** The one name of a file of YAML that has no ending. */
  private static final String KUSTOMIZATION = "Kustomization";

  /** A file that is there and will not be read. */
  public static SourceEntry refused(String path, String reason) {
    SourceContent content = new SourceContent.Refused(reason);
    return new SourceEntry(path, () -> content);
  }

  /** What is in the file now, or why it was not read. */
  public SourceContent read() {
    return reader.get();
  }

  /** Whether a path has the ending of a file that Strake reads unasked. */
  public static boolean isManifest(String path) {
    if (path.substring(path.lastIndexOf('/') + 1).equals(KUSTOMIZATION)) {
      return true;
    }
    int dot = path.lastIndexOf('.');
    return dot >= 0 && MANIFEST_ENDINGS.contains(path.substring(dot).toLowerCase(Locale.ROOT));
  }

  private static int compareCodePoints(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        boolean oneSurrogate = Character.isSurrogate(left) != Character.isSurrogate(right);
        // Surrogates stand below U+E000 but mean code points above U+FFFF.
        return oneSurrogate
            ? Boolean.compare(Character.isSurrogate(left), Character.isSurrogate(right))
            : Character.compare(left, right);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
