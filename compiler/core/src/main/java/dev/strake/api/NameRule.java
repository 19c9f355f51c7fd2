package dev.strake.api;

import dev.strake.value.DnsLabel;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * What names objects of a kind may have.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/api/validation/generic.go">NameIsDNSSubdomain
 *     and its neighbours in apimachinery</a>
 */
@FunctionalInterface
interface NameRule {

  /** NameIsDNSSubdomain. */
  NameRule SUBDOMAIN = (name, context) -> problem(DnsSubdomain.parse(name));

  /** NameIsDNSLabel. */
  NameRule LABEL = (name, context) -> problem(DnsLabel.parse(name));

  /** NameIsDNS1035Label. */
  NameRule DNS_1035 = (name, context) -> Texts.dns1035Problem(name);

  /** ValidateServiceName, which 1.36 relaxed (RelaxedServiceNameValidation). */
  NameRule SERVICE =
      (name, context) -> (context.isSince(36) ? LABEL : DNS_1035).problem(name, context);

  /** ValidatePathSegmentName, which every name meets besides its kind's own rule. */
  NameRule PATH_SEGMENT = (name, context) -> Domains.segmentProblem(name);

  /** ValidateCronJob: room for the 11 characters that its jobs' names add. */
  NameRule CRON_JOB = SUBDOMAIN.notLongerThan(52);

  /** What keeps a text from being a name, as in "x is not ..."; null if nothing does. */
  @Nullable String problem(String name, ApiContext context);

  /** The same with a limit, in bytes. */
  default NameRule notLongerThan(int most) {
    return (name, context) -> {
      String problem = problem(name, context);
      return problem == null && Texts.bytes(name) > most
          ? "a name of at most " + most + " characters"
          : problem;
    };
  }

  private static @Nullable String problem(Parsed<?> parsed) {
    return Texts.problem(parsed);
  }
}
