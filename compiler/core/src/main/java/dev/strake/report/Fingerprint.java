package dev.strake.report;

import dev.strake.bundle.Sha256;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.ObjectRef;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stays of a finding when lines move, so that two runs can tell whether they found the same.
 *
 * <p>It changes with the file's name, because two clusters of a repository may have objects of the
 * same name; it does not change with an object's API version, nor with where in a list an element
 * stands. Findings that are alike in all of this are counted.
 *
 * @param file as the finding names it
 * @param object what it is about; null if it is about no object
 * @param path inside the document, each index of a list as {@code *}; empty if it has none
 * @param message as far as it is not very long
 * @param occurrence 1 for the first of several that are alike
 */
public record Fingerprint(
    String code,
    String file,
    @Nullable ObjectKey object,
    String path,
    String message,
    int occurrence)
    implements Comparable<Fingerprint> {

  /**
   * An object whatever its version.
   *
   * @param group empty for the core group
   * @param namespace empty if it is not told
   */
  public record ObjectKey(String group, String kind, String namespace, String name)
      implements Comparable<ObjectKey> {

    private static final Comparator<ObjectKey> ORDER =
        Comparator.comparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::kind)
            .thenComparing(ObjectKey::name)
            .thenComparing(ObjectKey::group);

    static ObjectKey of(ObjectRef object) {
      int slash = object.apiVersion().lastIndexOf('/');
      String group = slash < 0 ? "" : object.apiVersion().substring(0, slash);
      String namespace = object.namespace() == null ? "" : object.namespace();
      return new ObjectKey(
          whole(group), whole(object.kind()), whole(namespace), whole(object.name()));
    }

    @Override
    public int compareTo(ObjectKey other) {
      return ORDER.compare(this, other);
    }
  }

  /** A message may quote a value of many megabytes. */
  private static final int LONGEST_MESSAGE = 500;

  private static final int REPLACEMENT = 0xFFFD;

  private static final Pattern INDEX = Pattern.compile("(?<=/)[0-9]+(?=/|$)");

  private static final Comparator<Fingerprint> ORDER =
      Comparator.comparing(Fingerprint::file)
          .thenComparing(Fingerprint::code)
          .thenComparing(Fingerprint::object, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Fingerprint::path)
          .thenComparing(Fingerprint::message)
          .thenComparing(Fingerprint::occurrence);

  /** Of the first finding of its kind. */
  static Fingerprint first(Diagnostic finding) {
    return new Fingerprint(
        finding.code().id(),
        whole(finding.range().file().path()),
        finding.object() == null ? null : ObjectKey.of(finding.object()),
        finding.path() == null ? "" : whole(withoutIndexes(finding.path())),
        whole(shortened(finding.message())),
        1);
  }

  /** Most paths lead into no list, and looking for a digit is quicker than a pattern. */
  private static String withoutIndexes(String path) {
    for (int i = 1; i < path.length(); i++) {
      if (path.charAt(i - 1) == '/' && path.charAt(i) >= '0' && path.charAt(i) <= '9') {
        return INDEX.matcher(path).replaceAll("*");
      }
    }
    return path;
  }

  /** Half a surrogate pair is no text that a file could hold. */
  private static String whole(String text) {
    if (!hasSurrogates(text)) {
      return text;
    }
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String shortened(String message) {
    if (message.length() <= LONGEST_MESSAGE) {
      return message;
    }
    return message.substring(0, LONGEST_MESSAGE) + "…";
  }

  /** The same for another of several that are alike. */
  Fingerprint number(int which) {
    return new Fingerprint(code, file, object, path, message, which);
  }

  /** All of it in 64 hexadecimal digits. */
  public String digest() {
    JsonWriter parts = new JsonWriter().beginArray().value(code).value(file);
    if (object != null) {
      parts.value(object.group()).value(object.kind());
      parts.value(object.namespace()).value(object.name());
    }
    parts.value(path).value(message).value(occurrence).endArray();
    return Sha256.of(parts.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** By file, then by code: the order of lines does not matter. */
  @Override
  public int compareTo(Fingerprint other) {
    return ORDER.compare(this, other);
  }
}
