package dev.strake.check;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.spec.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Finds what may occur once and occurs again. */
public final class Repeated {

  /** Whose value it is and where: told only when it occurs again. */
  private record Seen(Supplier<String> what, Supplier<Origin> place) {}

  private final Code code;
  private final String help;
  private final DiagnosticSink sink;
  private final Map<Object, Seen> seen = new HashMap<>();

  public Repeated(Code code, String help, DiagnosticSink sink) {
    this.code = code;
    this.help = help;
    this.sink = sink;
  }

  /**
   * Reports a value that was added before, at its later place in the file.
   *
   * @param what whose value it is, with the value: {@code the node cp-1}
   * @param of what the value is called: {@code name}
   */
  public void add(Object value, String what, String of, Origin origin) {
    add(value, () -> what, of, () -> origin);
  }

  /** The same where there are many values, and looking up their places would cost time. */
  public void add(Object value, Supplier<String> what, String of, Supplier<Origin> place) {
    Seen added = new Seen(what, place);
    Seen first = seen.putIfAbsent(value, added);
    if (first == null) {
      return;
    }
    boolean later = place.get().range().compareTo(first.place.get().range()) >= 0;
    Seen guilty = later ? added : first;
    Seen other = later ? first : added;
    String message =
        "%s has the %s %s, as %s has".formatted(guilty.what.get(), of, value, other.what.get());
    Diagnostic finding = guilty.place.get().finding(code, message);
    sink.report(finding.withRelated(other.place.get().range(), "taken here").withHelp(help));
  }
}
