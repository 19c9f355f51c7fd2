package dev.strake.check.resource;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origin;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.math.BigDecimal;

/**
 * Memory or storage of less than a mebibyte: {@code 8} is eight bytes, and {@code 512m} half a
 * byte. Nothing runs in that. Nothing at all, 0, is meant; a volume of no size is {@link
 * InvalidAmount}'s.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory">Kubernetes:
 *     meaning of memory</a>
 */
final class MissingUnit implements SpecCheck {

  static final Code MISSING_UNIT = Code.error("spec/missing-unit");

  private static final String HUGE_PAGES = "hugepages-";
  private static final Quantity MEBIBYTE = Quantity.parse("1Mi").orThrow();

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (Amount amount : Amount.of(cluster)) {
      if (Unit.of(amount.resource()) == Unit.BYTES) {
        check(amount.quantity(), least(amount.resource()), amount.origin(), sink);
      }
    }
    for (VolumeSize volume : VolumeSize.of(cluster.spec().spec(), cluster.origins())) {
      check(volume.size(), MEBIBYTE, volume.origin(), sink);
    }
  }

  /** A mebibyte, or a huge page if that is smaller: {@code hugepages-64Ki}. */
  private static Quantity least(ResourceName resource) {
    String name = resource.toString();
    int pages = name.indexOf(HUGE_PAGES);
    return pages < 0
        ? MEBIBYTE
        : Quantity.parse(name.substring(pages + HUGE_PAGES.length()))
            .match(page -> page.compareTo(MEBIBYTE) < 0 ? page : MEBIBYTE, bad -> MEBIBYTE);
  }

  private static void check(Quantity amount, Quantity least, Origin origin, DiagnosticSink sink) {
    if (amount.signum() > 0 && amount.compareTo(least) < 0) {
      sink.report(tooLittle(amount, origin));
    }
  }

  private static Diagnostic tooLittle(Quantity amount, Origin origin) {
    String written = amount.toString();
    String number = written.replaceFirst("^\\+", "").replaceFirst("[^0-9.].*", "");
    String unit = written.equals(number) ? " without a unit" : "";
    return origin
        .finding(MISSING_UNIT, "%s%s is %s".formatted(written, unit, size(amount)))
        .withHelp("write %sMi for mebibytes or %sGi for gibibytes".formatted(number, number));
  }

  private static String size(Quantity amount) {
    int bytes = amount.amount().compareTo(BigDecimal.ONE);
    return bytes < 0 ? "less than one byte" : bytes == 0 ? "one byte" : amount.value() + " bytes";
  }
}
