package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.value.Quoted;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Feature gates that a component cannot read, and so does not start with.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/">Kubernetes:
 *     feature gates</a>
 */
final class FeatureGates implements SpecCheck {

  static final Code FEATURE_GATES = Code.error("spec/feature-gates");

  private static final String FLAG = "feature-gates";

  /** A component may be named before a gate, as {@code kubelet:} is. */
  private static final Pattern GATE =
      Pattern.compile("\\s*([a-z-]+:)?[A-Za-z][A-Za-z0-9]*\\s*=\\s*(?<value>[A-Za-z0-9]+)\\s*");

  /** What Go reads as a boolean. */
  private static final List<String> BOOLEANS =
      List.of("true", "false", "True", "False", "TRUE", "FALSE", "t", "f", "T", "F", "1", "0");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (AddedFlag flag : AddedFlag.of(cluster)) {
      if (!flag.name().equals(FLAG)) {
        continue;
      }
      for (String gate : List.of(flag.value().split(",", -1))) {
        if (!isReadable(gate)) {
          sink.report(
              flag.valued()
                  .finding(
                      FEATURE_GATES,
                      "%s cannot read the gate %s, and does not start"
                          .formatted(flag.component(), Quoted.of(gate)))
                  .withHelp("write gates as Name=true or Name=false, with commas between them"));
        }
      }
    }
  }

  private static boolean isReadable(String gate) {
    Matcher matcher = GATE.matcher(gate);
    return matcher.matches() && BOOLEANS.contains(matcher.group("value"));
  }
}
