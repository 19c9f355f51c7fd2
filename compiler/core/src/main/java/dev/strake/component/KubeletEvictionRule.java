package dev.strake.component;

import static dev.strake.component.ComponentCodes.KUBELET;

import dev.strake.diagnostic.DidYouMean;
import dev.strake.value.GoDuration;
import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quantity;
import dev.strake.value.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the kubelet evicts pods. It reads its thresholds when it starts, after its own validation.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/eviction/helpers.go">ParseThresholdConfig,
 *     parseThresholdStatements, parseGracePeriods and parseMinimumReclaims</a>
 */
final class KubeletEvictionRule implements ConfigRule {

  private static final List<String> SIGNALS =
      List.of(
          "allocatableMemory.available",
          "containerfs.available",
          "containerfs.inodesFree",
          "imagefs.available",
          "imagefs.inodesFree",
          "memory.available",
          "nodefs.available",
          "nodefs.inodesFree",
          "pid.available");
  private static final Pattern PERCENT =
      Pattern.compile("(?<number>[0-9]{1,9}(\\.[0-9]{0,9})?|\\.[0-9]{1,9})%");

  @Override
  public void check(Section config, KubernetesVersion release) {
    amounts(config.at("evictionHard"), KubeletEvictionRule::threshold);
    amounts(config.at("evictionSoft"), KubeletEvictionRule::threshold);
    amounts(config.at("evictionMinimumReclaim"), KubeletEvictionRule::reclaim);
    gracePeriods(config.at("evictionSoftGracePeriod"));
    softNeedsGrace(config);
  }

  private static void amounts(Section amounts, Function<String, Optional<Problem>> rule) {
    for (String signal : amounts.names()) {
      Section amount = amounts.at(signal);
      if (isSignal(amount, signal)) {
        amount.report(KUBELET, rule.apply(amount.text()));
      }
    }
  }

  /** Of percentages, 0 % and 100 % switch the signal off; a quantity of zero does not. */
  private static Optional<Problem> threshold(String text) {
    if (text.endsWith("%")) {
      return problemIf(percent(text).filter(number -> number <= 100).isEmpty(), text, "0% to 100%");
    }
    return quantity(text, quantity -> quantity.signum() > 0, "more than zero");
  }

  private static Optional<Problem> reclaim(String text) {
    if (text.endsWith("%")) {
      return problemIf(percent(text).filter(number -> number > 0).isEmpty(), text, "more than 0%");
    }
    return quantity(text, quantity -> quantity.signum() >= 0, "zero or more");
  }

  private static Optional<Double> percent(String text) {
    Matcher percent = PERCENT.matcher(text);
    return percent.matches()
        ? Optional.of(Double.parseDouble(percent.group("number")))
        : Optional.empty();
  }

  private static Optional<Problem> quantity(
      String text, Predicate<Quantity> allowed, String words) {
    return Quantity.parse(text)
        .match(
            quantity -> problemIf(!allowed.test(quantity), text, words),
            bad ->
                Optional.of(
                    new Problem(
                        "is %s, which is neither a quantity nor a percentage"
                            .formatted(Quoted.of(text)),
                        "write it as in 500Mi or 10%")));
  }

  private static Optional<Problem> problemIf(boolean wrong, String text, String words) {
    return wrong
        ? Optional.of(Problem.of("is %s, and must be %s".formatted(Quoted.of(text), words)))
        : Optional.empty();
  }

  private static void gracePeriods(Section periods) {
    for (String signal : periods.names()) {
      Section period = periods.at(signal);
      if (isSignal(period, signal)) {
        period.require(KUBELET, GoDuration::parse);
        if (GoDuration.parse(period.text()).match(d -> d.nanos() < 0, bad -> false)) {
          period.report(KUBELET, "must not be negative");
        }
      }
    }
  }

  private static void softNeedsGrace(Section config) {
    Section soft = config.at("evictionSoft");
    for (String signal : soft.names()) {
      if (SIGNALS.contains(signal) && !config.at("evictionSoftGracePeriod").has(signal)) {
        soft.at(signal)
            .report(
                KUBELET,
                new Problem(
                    "has no grace period", "add %s to evictionSoftGracePeriod".formatted(signal)));
      }
    }
  }

  private static boolean isSignal(Section field, String signal) {
    if (SIGNALS.contains(signal)) {
      return true;
    }
    String help =
        DidYouMean.of(signal, SIGNALS)
            .map(meant -> "did you mean " + meant + "?")
            .orElseGet(() -> "signals are " + Words.oneOf(SIGNALS));
    field.report(
        KUBELET, new Problem("is for %s, which is no signal".formatted(Quoted.of(signal)), help));
    return false;
  }
}
