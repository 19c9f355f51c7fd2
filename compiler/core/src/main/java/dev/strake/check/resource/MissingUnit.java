package dev.strake.check.resource;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origin;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;

/**
 * Memory or storage of less than a mebibyte: {@code 8} is eight bytes, and {@code 512m} half a
 * byte. Nothing runs in that. Nothing at all, 0, is meant.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory">Kubernetes:
 *     meaning of memory</a>
 */
final class MissingUnit implements SpecCheck {

  static final Code MISSING_UNIT = Code.error("spec/missing-unit");

  private static final Quantity MEBIBYTE = Quantity.parse("1Mi").orThrow();

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (Amount amount : Amount.of(cluster)) {
      if (isOfBytes(amount.resource())) {
        check(amount.quantity(), amount.origin(), sink);
      }
    }
    for (VolumeSize volume : VolumeSize.of(cluster.spec().spec(), cluster.origins())) {
      check(volume.size(), volume.origin(), sink);
    }
  }

  private static boolean isOfBytes(ResourceName resource) {
    String name = resource.toString();
    return name.endsWith("memory") || name.endsWith("storage") || name.contains("hugepages-");
  }

  private static void check(Quantity amount, Origin origin, DiagnosticSink sink) {
    if (amount.signum() > 0 && amount.compareTo(MEBIBYTE) < 0) {
      sink.report(tooLittle(amount, origin));
    }
  }

  private static Diagnostic tooLittle(Quantity amount, Origin origin) {
    String number = amount.toString().replaceFirst("[^0-9.].*", "");
    String size = amount.value() == 1 ? "one byte" : amount.value() + " bytes";
    return origin
        .finding(MISSING_UNIT, "%s is %s".formatted(amount, size))
        .withHelp("write %sMi for mebibytes or %sGi for gibibytes".formatted(number, number));
  }
}
