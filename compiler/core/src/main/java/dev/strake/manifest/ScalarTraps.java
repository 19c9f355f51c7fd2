package dev.strake.manifest;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.ScalarStyle;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers that Kubernetes takes, and takes for something else than they look like. They are read as
 * kubectl reads them: here it is only said.
 *
 * @see <a href="https://github.com/yaml/go-yaml/blob/v2/resolve.go">resolve.go</a>
 */
public final class ScalarTraps {

  static final Code NUMBER_BASE = Code.warning("yaml/number-base");
  static final Code SHORTENED_VERSION = Code.warning("yaml/shortened-version");

  private static final Pattern THREE_OCTAL_DIGITS = Pattern.compile("[1-7][0-7]{2}");
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0+[1-7][0-7]+");
  private static final Pattern ENDS_IN_ZERO = Pattern.compile("[0-9]+\\.[0-9]*0");

  /** Names of fields in which people expect octal numbers. */
  private static final Pattern OCTAL_FIELD = Pattern.compile("mode|mask|perm|octal");

  private static final Pattern VERSION_FIELD = Pattern.compile(".*(version|tag)");

  /** The permissions that people give to files and folders. */
  private static final Set<Long> USUAL_MODES =
      Set.of(
          0400L, 0440L, 0444L, 0500L, 0540L, 0550L, 0554L, 0555L, 0600L, 0640L, 0644L, 0660L, 0664L,
          0666L, 0700L, 0711L, 0740L, 0744L, 0750L, 0754L, 0755L, 0770L, 0774L, 0775L, 0776L,
          0777L);

  private final Manifest manifest;
  private final Set<String> refused = new HashSet<>();
  private final DiagnosticSink sink;

  private ScalarTraps(Manifest manifest, DiagnosticSink sink) {
    this.manifest = manifest;
    this.sink = sink;
  }

  /**
   * @param known findings about the object; a value that one of them is about is left to it
   */
  public static void check(Manifest manifest, Collection<Diagnostic> known, DiagnosticSink sink) {
    ScalarTraps traps = new ScalarTraps(manifest, sink);
    for (Diagnostic finding : known) {
      if (finding.path() != null) {
        traps.refused.add(finding.path());
      }
    }
    traps.walk(manifest.root(), NodePath.ROOT, "", false);
  }

  /**
   * @param field in whose value the node is, whatever lists are between them
   */
  private void walk(YamlNode node, NodePath path, String field, boolean inVolume) {
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        boolean volume = inVolume || entry.name().equals("volumes");
        walk(entry.value(), path.key(entry.name()), entry.name(), volume);
      }
    } else if (node instanceof YamlSequence list) {
      List<YamlNode> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        walk(items.get(i), path.index(i), field, inVolume);
      }
    } else if (node instanceof YamlScalar scalar && scalar.style() == ScalarStyle.PLAIN) {
      checkScalar(scalar, path, field.toLowerCase(Locale.ROOT), inVolume);
    }
  }

  private void checkScalar(YamlScalar scalar, NodePath path, String field, boolean inVolume) {
    if (scalar.type() == ScalarType.INTEGER) {
      if (inVolume && (field.equals("mode") || field.equals("defaultmode"))) {
        checkMode(scalar, path);
      } else if (LEADING_ZERO.matcher(scalar.text()).matches()
          && !OCTAL_FIELD.matcher(field).find()) {
        reportOctal(scalar, path);
      }
    }
    if (!scalar.isString()
        && VERSION_FIELD.matcher(field).matches()
        && ENDS_IN_ZERO.matcher(scalar.text()).matches()) {
      report(
          SHORTENED_VERSION,
          path,
          "%s is a number here, and Kubernetes reads %s".formatted(scalar.text(), scalar.value()),
          "write it in quotes: \"" + scalar.text() + '"');
    }
  }

  /** 400 is no mode that anybody wants, and 0400 is; 420 is one that tools write for 0644. */
  private void checkMode(YamlScalar scalar, NodePath path) {
    if (!THREE_OCTAL_DIGITS.matcher(scalar.text()).matches()) {
      return;
    }
    long value = scalar.longValue();
    long meant = Long.parseLong(scalar.text(), 8);
    if (USUAL_MODES.contains(meant) && !USUAL_MODES.contains(value)) {
      report(
          NUMBER_BASE,
          path,
          "%s is a decimal number: as permissions, it is 0%o".formatted(value, value),
          "write 0%o, which is %s".formatted(meant, meant));
    }
  }

  private void reportOctal(YamlScalar scalar, NodePath path) {
    String decimal = scalar.text().replaceFirst("0+", "");
    report(
        NUMBER_BASE,
        path,
        "%s begins with 0, so it is octal: Kubernetes reads %s"
            .formatted(scalar.text(), scalar.value()),
        "write %s, or %s if that is meant".formatted(decimal, scalar.value()));
  }

  private void report(Code code, NodePath path, String message, String help) {
    Diagnostic finding = manifest.finding(code, path, message).withHelp(help);
    if (!refused.contains(finding.path())) {
      sink.report(finding);
    }
  }
}
