package dev.strake.api;

import java.util.ArrayList;
import java.util.List;

/** Unions: mappings of which exactly one field of several must be set. */
final class Sources {

  private Sources() {}

  /** Reports a mapping with none of the fields, and every further one of them. */
  static void checkExactlyOne(Cursor union, List<String> fields) {
    if (union.isSet() && !union.isMapping()) {
      return;
    }
    List<String> set = set(union, fields);
    if (set.isEmpty()) {
      union.report(
          ApiCode.MISSING_FIELD, union.path() + " needs one of " + String.join(", ", fields));
    }
    checkAtMostOne(union, fields);
  }

  /** Reports every further one of the fields. */
  static void checkAtMostOne(Cursor union, List<String> fields) {
    List<String> set = set(union, fields);
    for (String more : set.subList(Math.min(1, set.size()), set.size())) {
      union.field(more).forbidden("beside " + set.get(0));
    }
  }

  private static List<String> set(Cursor union, List<String> fields) {
    List<String> set = new ArrayList<>(1);
    for (Cursor field : union.values()) {
      if (field.isSet() && fields.contains(field.key())) {
        set.add(field.key());
      }
    }
    return set;
  }
}
