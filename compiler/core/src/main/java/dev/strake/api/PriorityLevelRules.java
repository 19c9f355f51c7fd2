package dev.strake.api;

import java.util.List;

/**
 * Levels of requests' priority, with the queues that the server sets up by default.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/flowcontrol/validation/validation.go">ValidatePriorityLevelConfigurationSpec
 *     in validation.go</a>
 */
final class PriorityLevelRules implements ObjectRules {

  private static final String EXEMPT = "exempt";
  private static final String PRESERVE_ZERO = "flowcontrol.k8s.io/preserve-zero-concurrency-shares";
  private static final long MOST_QUEUES = 10_000_000;
  private static final long DEFAULT_QUEUES = 64;
  private static final long DEFAULT_HAND = 8;
  private static final int MOST_ENTROPY_BITS = 60;
  private static final long WHOLE = 100;

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor preserve = object.field("metadata", "annotations").field(PRESERVE_ZERO);
    if (preserve.isSet() && object.field("apiVersion").text().endsWith("/v1")) {
      preserve.forbidden("in this version");
    }
    Cursor spec = object.field("spec");
    Cursor type = spec.field("type");
    Cursor limited = spec.field("limited");
    Cursor exempt = spec.field(EXEMPT);
    Check.requiredOneOf(type, List.of("Exempt", "Limited"));
    if (type.isText() && object.field("metadata", "name").is(EXEMPT) != type.is("Exempt")) {
      type.invalid("must be Exempt for the level named exempt, and only for it");
    }
    if (type.is("Exempt") && limited.isSet()) {
      limited.forbidden("with the type Exempt");
    } else if (type.is("Limited")) {
      if (!limited.isSet()) {
        limited.missing("the type Limited needs it");
      }
      if (exempt.isSet()) {
        exempt.forbidden("with the type Limited");
      }
    }
    Check.notNegative(exempt.field("nominalConcurrencyShares"));
    Check.range(exempt.field("lendablePercent"), 0, WHOLE);
    checkLimited(limited);
  }

  /** ValidateLimitedPriorityLevelConfiguration. */
  private static void checkLimited(Cursor limited) {
    Check.notNegative(limited, "nominalConcurrencyShares", "borrowingLimitPercent");
    Check.range(limited.field("lendablePercent"), 0, WHOLE);
    if (!limited.isMapping()) {
      return;
    }
    Cursor response = limited.field("limitResponse");
    Cursor queuing = response.field("queuing");
    Check.requiredOneOf(response.field("type"), List.of("Queue", "Reject"));
    if (response.field("type").is("Reject") && queuing.isSet()) {
      queuing.forbidden("with the type Reject");
    } else if (response.field("type").is("Queue")) {
      if (!queuing.isSet()) {
        queuing.missing("the type Queue needs it");
      }
      checkQueuing(queuing);
    }
  }

  /** ValidatePriorityLevelQueuingConfiguration; 0 stands for the default. */
  private static void checkQueuing(Cursor queuing) {
    Check.notNegative(queuing.field("queueLengthLimit"));
    Check.range(queuing.field("queues"), 0, MOST_QUEUES);
    Cursor hand = queuing.field("handSize");
    Check.notNegative(hand);
    long queues = orDefault(queuing.field("queues"), DEFAULT_QUEUES);
    long size = orDefault(hand, DEFAULT_HAND);
    if (queues < 1 || size < 1) {
      return;
    }
    Cursor guilty = hand.isSet() ? hand : queuing.field("queues");
    if (size > queues) {
      guilty.invalid(ApiCode.OUT_OF_RANGE, "makes hands of more than all queues");
    } else if (entropyBits(queues, size) > MOST_ENTROPY_BITS) {
      guilty.invalid(ApiCode.OUT_OF_RANGE, "makes more hands than 60 bits can tell apart");
    }
  }

  private static long orDefault(Cursor number, long byDefault) {
    long value = number.integerOr(0);
    return value == 0 ? byDefault : value;
  }

  /** RequiredEntropyBits in shufflesharding.go. */
  private static double entropyBits(long queues, long hand) {
    return Math.ceil(Math.log((double) queues) / Math.log(2) * hand);
  }
}
