package dev.strake.schemas;

/**
 * The bytes of a pack, which holds the schemas of one Kubernetes version.
 *
 * <p>A pack starts with four 32-bit numbers, high byte first: {@link #MAGIC} and the offsets of its
 * strings, kinds and definitions. Strings and definitions start with their count, then a table of
 * offsets with one more entry than the count, relative to the table's end; so any of them is found
 * without reading another. All other numbers are unsigned LEB128, a string is its number, a list
 * its length and its elements.
 *
 * <ul>
 *   <li>Kinds: a list of group, version, kind, plural, scope (1 if namespaced), short names,
 *       definition, definition of the list kind plus one (0 if there is none).
 *   <li>A definition: its name, and a list of properties: name, flags, type, and then what the
 *       flags announce, in the order of their bits.
 *   <li>A type: a tag; a {@link #REF} is followed by the definition's number, a {@link #LIST} and a
 *       {@link #MAP} by the type of their elements.
 * </ul>
 */
public final class PackFormat {

  /** The first four bytes; the last of them counts the versions of this format. */
  public static final int MAGIC = 0x53545201;

  public static final int STRING = 0;
  public static final int INT32 = 1;
  public static final int INT64 = 2;
  public static final int NUMBER = 3;
  public static final int BOOLEAN = 4;

  /** A string or an int32. */
  public static final int INT_OR_STRING = 5;

  /** A string or a number in the syntax of {@code resource.Quantity}. */
  public static final int QUANTITY = 6;

  /** Bytes as base64 text. */
  public static final int BYTES = 7;

  /** RFC 3339. */
  public static final int DATE_TIME = 8;

  /** RFC 3339 with exactly six digits behind the second. */
  public static final int MICRO_TIME = 9;

  /** Any JSON value. */
  public static final int ANY = 10;

  /** A mapping with any content. */
  public static final int ANY_OBJECT = 11;

  public static final int REF = 12;
  public static final int LIST = 13;
  public static final int MAP = 14;

  /** A value of the type that follows, or a boolean. */
  public static final int OR_BOOLEAN = 15;

  /** A value of the type that follows, or a list of such. */
  public static final int OR_LIST = 16;

  /** A value of the type that follows, or a list of strings. */
  public static final int OR_STRINGS = 17;

  /** The published schema says that the property is required. Nothing follows. */
  public static final int REQUIRED = 1;

  /** The API server refuses objects without the property. Nothing follows. */
  public static final int ENFORCED = 1 << 1;

  /** The only values: a list of strings follows. */
  public static final int ENUM = 1 << 2;

  /** What the API server takes for an absent property, as JSON: a string follows. */
  public static final int DEFAULT = 1 << 3;

  /** How lists merge: {@code atomic}, {@code set} or {@code map} follows. */
  public static final int LIST_TYPE = 1 << 4;

  /** What identifies the elements of a list of type map: a list of strings follows. */
  public static final int KEYS = 1 << 5;

  /** What identifies the elements in a strategic merge patch: a string follows. */
  public static final int MERGE_KEY = 1 << 6;

  /** The mapping is replaced as a whole. Nothing follows. */
  public static final int ATOMIC_MAP = 1 << 7;

  private PackFormat() {}
}
