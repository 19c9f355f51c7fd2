package dev.strake.api;

import java.util.stream.Collectors;

/**
 * How a pod resolves names.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validatePodDNSConfig
 *     in validation.go</a>
 */
final class DnsRules {

  private static final int MOST_SERVERS = 3;
  private static final int MOST_SEARCHES = 32;
  private static final int MOST_SEARCH_BYTES = 2048;

  private DnsRules() {}

  static void check(Cursor spec, ApiContext context) {
    Cursor config = spec.field("dnsConfig");
    Cursor servers = config.field("nameservers");
    boolean alone = spec.field("dnsPolicy").is("None");
    if (alone && !config.isSet()) {
      config.missing("the dnsPolicy None needs one");
      return;
    }
    if (alone && config.isMapping() && servers.isEmpty()) {
      servers.missing("the dnsPolicy None needs one");
      return;
    }
    Check.atMost(servers, MOST_SERVERS);
    servers.items().forEach(server -> Addresses.legacyIp(server, context));
    checkSearches(config.field("searches"), context);
    for (Cursor option : config.field("options").items()) {
      Check.required(option, "name");
    }
  }

  private static void checkSearches(Cursor searches, ApiContext context) {
    Check.atMost(searches, MOST_SEARCHES);
    String line = searches.items().stream().map(Cursor::text).collect(Collectors.joining(" "));
    if (Texts.bytes(line) > MOST_SEARCH_BYTES) {
      searches.report(
          ApiCode.TOO_LONG, searches.path() + " have more than 2048 characters together");
    }
    for (Cursor search : searches.items()) {
      boolean root = search.is(".") && context.isSince(33);
      if (!root) {
        Check.shapeEvenEmpty(search, text -> Texts.searchDomainProblem(withoutDot(text), context));
      }
    }
  }

  private static String withoutDot(String domain) {
    return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
  }
}
