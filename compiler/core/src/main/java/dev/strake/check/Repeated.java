package dev.strake.check;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.spec.Origin;
import java.util.HashMap;
import java.util.Map;

/** Finds what may occur once and occurs again. */
public final class Repeated {

  private record Seen(String what, Origin origin) {}

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
    Seen first = seen.get(value);
    if (first == null) {
      seen.put(value, new Seen(what, origin));
      return;
    }
    boolean later = origin.range().compareTo(first.origin.range()) >= 0;
    Seen guilty = later ? new Seen(what, origin) : first;
    Seen other = later ? first : new Seen(what, origin);
    Diagnostic finding =
        guilty.origin.finding(
            code, "%s has the %s %s, as %s has".formatted(guilty.what, of, value, other.what));
    sink.report(finding.withRelated(other.origin.range(), "taken here").withHelp(help));
  }
}
