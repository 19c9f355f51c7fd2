package dev.strake.api;

import java.util.List;

/**
 * Events. Those of the core group may lack what events.k8s.io asks for, unless they have an
 * eventTime.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/events.go">ValidateEventCreate
 *     in events.go</a>
 */
final class EventRules implements ObjectRules {

  private static final int LONGEST = 128;
  private static final int LONGEST_NOTE = 1024;

  /** What fields are called that have other names in the other group. */
  private record Names(String involved, String controller, String note, boolean isStrict) {}

  private final Names names;

  private EventRules(Names names) {
    this.names = names;
  }

  static EventRules ofCore() {
    return new EventRules(new Names("involvedObject", "reportingComponent", "message", false));
  }

  static EventRules ofEvents() {
    return new EventRules(new Names("regarding", "reportingController", "note", true));
  }

  @Override
  public void check(Cursor object, ApiContext context) {
    boolean timed = object.field("eventTime").isSet();
    checkNamespace(object, timed);
    if (timed) {
      checkTexts(object);
    }
    if (names.isStrict()) {
      checkStrict(object, timed);
    }
  }

  /** An event without a namespace of its own goes where the user's tools say. */
  private void checkNamespace(Cursor object, boolean timed) {
    Cursor own = object.field("metadata", "namespace");
    Cursor involved = object.field(names.involved(), "namespace");
    if (own.isBlank() || !own.isText()) {
      return;
    }
    boolean anywhere = own.is("default") || (timed && own.is("kube-system"));
    boolean ok = involved.isBlank() ? anywhere : timed || own.is(involved.text());
    if (!ok) {
      involved.report(
          ApiCode.INVALID_VALUE, involved.path() + " must be the namespace of the event");
    }
  }

  private void checkTexts(Cursor object) {
    Cursor controller = object.field(names.controller());
    Check.requiredShape(controller, Texts::qualifiedProblem);
    for (String field : new String[] {"reportingInstance", "action", "reason"}) {
      Check.required(object, field);
      checkLength(object.field(field), LONGEST);
    }
    checkLength(object.field(names.note()), LONGEST_NOTE);
  }

  private static void checkLength(Cursor text, int most) {
    if (Texts.bytes(text.text()) > most) {
      text.report(ApiCode.TOO_LONG, text.path() + " has more than " + most + " characters");
    }
  }

  private static void checkStrict(Cursor object, boolean timed) {
    if (!timed) {
      object.field("eventTime").missing();
    }
    Check.requiredOneOf(object.field("type"), List.of("Normal", "Warning"));
    Cursor series = object.field("series");
    if (series.isMapping()) {
      if (series.field("count").integerOr(0) < 2) {
        series.field("count").invalid(ApiCode.OUT_OF_RANGE, "must be at least 2");
      }
      Check.required(series, "lastObservedTime");
    }
    for (String field : new String[] {"deprecatedFirstTimestamp", "deprecatedLastTimestamp"}) {
      if (object.field(field).isSet()) {
        object.field(field).forbidden("in a new event");
      }
    }
    if (object.field("deprecatedCount").integerOr(0) != 0) {
      object.field("deprecatedCount").forbidden("in a new event");
    }
    for (Cursor part : object.field("deprecatedSource").values()) {
      if (!part.isBlank()) {
        part.forbidden("in a new event");
      }
    }
  }
}
