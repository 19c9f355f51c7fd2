package dev.strake.check.resource;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;

/**
 * Less than nothing of a resource, a part of what there is in wholes, such as half a pod, or a
 * volume of no size.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateResourceQuantityValue</a>
 */
final class InvalidAmount implements SpecCheck {

  static final Code INVALID_AMOUNT = Code.error("spec/invalid-amount");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (Amount amount : Amount.of(cluster)) {
      if (amount.quantity().signum() < 0) {
        sink.report(
            amount
                .origin()
                .finding(INVALID_AMOUNT, "there is no less than nothing of " + amount.resource())
                .withHelp("write 0 or more"));
      } else if (Unit.of(amount.resource()) == Unit.WHOLES
          && amount.quantity().milliValue() % 1000 != 0) {
        sink.report(
            amount
                .origin()
                .finding(INVALID_AMOUNT, "%s are counted in wholes".formatted(amount.resource()))
                .withHelp("write a whole number, such as " + amount.quantity().value()));
      }
    }
    for (VolumeSize volume : VolumeSize.of(cluster.spec().spec(), cluster.origins())) {
      if (volume.size().signum() <= 0) {
        sink.report(
            volume
                .origin()
                .finding(
                    INVALID_AMOUNT,
                    "a volume of %s has no room for %s".formatted(volume.size(), volume.what()))
                .withHelp("write how much room it needs, such as 50Gi"));
      }
    }
  }
}
