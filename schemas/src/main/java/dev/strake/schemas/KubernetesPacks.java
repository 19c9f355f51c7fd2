package dev.strake.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of this module, as bytes and text; {@code dev.strake.schema} makes sense of them. */
public final class KubernetesPacks {

  private static final List<String> VERSIONS =
      List.of("1.30", "1.31", "1.32", "1.33", "1.34", "1.35", "1.36");

  private KubernetesPacks() {}

  /** The Kubernetes versions that have a pack, oldest first, as {@code <major>.<minor>}. */
  public static List<String> versions() {
    return VERSIONS;
  }

  /**
   * The pack of a version, in the format of {@link PackFormat}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static byte[] pack(String version) {
    if (!VERSIONS.contains(version)) {
      throw new IllegalArgumentException("no schemas of Kubernetes " + version);
    }
    return read("kubernetes-".concat(version).concat(".pack"));
  }

  /**
   * Since when each built-in API exists, is deprecated and is gone: lines of group, version, kind,
   * introduced, deprecated, removed and replacement, separated by tabs, behind one line of titles;
   * lines that start with {@code #} are comments.
   */
  public static String lifecycle() {
    return new String(read("api-lifecycle.tsv"), StandardCharsets.UTF_8);
  }

  private static byte[] read(String name) {
    try (@Nullable InputStream in = KubernetesPacks.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
