package dev.strake.spec;

import static dev.strake.spec.ValueType.string;

import dev.strake.value.CountOrPercent;
import dev.strake.value.CronSchedule;
import dev.strake.value.EvictionThreshold;
import dev.strake.value.GoDuration;
import dev.strake.value.IsoDate;
import dev.strake.value.Percentage;
import dev.strake.value.Quantity;
import dev.strake.value.RetentionTime;
import dev.strake.value.SystemdCalendar;
import java.util.List;

/** Times, amounts and parts. */
final class AmountTypes {

  private static final String DECIMAL = "([0-9]+\\.?[0-9]*|\\.[0-9]+)";
  private static final String QUANTITY =
      "[-+]?" + DECIMAL + "([KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]+)?";

  static final List<ValueType<?>> ALL =
      List.of(
          string(
              GoDuration.class,
              "a duration",
              "^[-+]?(0|(" + DECIMAL + "(ns|us|µs|μs|ms|s|m|h))+)$",
              GoDuration::parse),
          string(
              RetentionTime.class,
              "a duration",
              "^([0-9]+(y|w|d|h|m|s|ms))+$",
              RetentionTime::parse),
          string(
              CronSchedule.class,
              "a cron schedule",
              "^(@[a-z]+|[^ ]+( +[^ ]+){4})$",
              CronSchedule::parse),
          string(
              SystemdCalendar.class,
              "a systemd calendar event",
              "^[A-Za-z0-9*.,:/ -]+$",
              SystemdCalendar::parse),
          string(IsoDate.class, "a date", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", IsoDate::parse),
          string(Percentage.class, "a percentage", "^[0-9]+(\\.[0-9]+)?%$", Percentage::parse),
          new ValueType<>(
              Quantity.class,
              "a quantity",
              ValueType.Written.STRING_OR_NUMBER,
              "^" + QUANTITY + "$",
              Quantity::parse),
          new ValueType<>(
              EvictionThreshold.class,
              "an eviction threshold",
              ValueType.Written.STRING_OR_NUMBER,
              "^(" + QUANTITY + "|[0-9]+(\\.[0-9]+)?%)$",
              EvictionThreshold::parse),
          new ValueType<>(
              CountOrPercent.class,
              "a number or a percentage",
              ValueType.Written.STRING_OR_NUMBER,
              "^[0-9]+(\\.[0-9]+)?%?$",
              CountOrPercent::parse));

  private AmountTypes() {}
}
