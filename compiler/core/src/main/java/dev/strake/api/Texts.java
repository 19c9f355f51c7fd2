package dev.strake.api;

import dev.strake.value.DnsLabel;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.LabelKey;
import dev.strake.value.Parsed;
import dev.strake.value.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of short texts. A problem completes the sentence "x is not ..."; null means that the
 * text is sound.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/validation.go">validation.go
 *     in apimachinery</a>
 */
final class Texts {

  private static final Pattern DNS_1035 = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern ENV_NAME = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");
  private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]+");
  private static final Pattern HTTP_HEADER = Pattern.compile("[-A-Za-z0-9]+");
  private static final Pattern PORT_CHARACTERS = Pattern.compile("[-a-z0-9]+");
  private static final Pattern PERCENT = Pattern.compile("[0-9]+%");
  private static final Pattern URL_PATH = Pattern.compile("[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+");
  private static final Pattern SYSCTL =
      Pattern.compile("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?");
  private static final String SEARCH_LABEL = "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
  private static final Pattern SEARCH_DOMAIN =
      Pattern.compile(SEARCH_LABEL + "(\\." + SEARCH_LABEL + ")*");
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_SUBDOMAIN = 253;
  private static final int LONGEST_PORT_NAME = 15;

  private Texts() {}

  /** IsDNS1123Label. */
  static @Nullable String labelProblem(String text) {
    return problem(DnsLabel.parse(text));
  }

  /** IsDNS1123Subdomain. */
  static @Nullable String subdomainProblem(String text) {
    return problem(DnsSubdomain.parse(text));
  }

  /** IsQualifiedName. */
  static @Nullable String qualifiedProblem(String text) {
    String problem = problem(LabelKey.parse(text));
    return problem == null
        ? null
        : problem.replaceFirst("^a label key", "a name with an optional prefix");
  }

  /** IsDNS1035Label. */
  static @Nullable String dns1035Problem(String text) {
    boolean ok = text.length() <= LONGEST_LABEL && DNS_1035.matcher(text).matches();
    return ok
        ? null
        : "a DNS-1035 label: at most 63 lower-case letters, digits and '-', starting with a"
            + " letter, and no '-' at the end";
  }

  /** IsDNS1123SubdomainWithUnderscore since 1.33, IsDNS1123Subdomain before. */
  static @Nullable String searchDomainProblem(String text, ApiContext context) {
    if (!context.isSince(33)) {
      return subdomainProblem(text);
    }
    return text.length() <= LONGEST_SUBDOMAIN && SEARCH_DOMAIN.matcher(text).matches()
        ? null
        : "a domain to search: labels of lower-case letters, digits, '-' and '_'";
  }

  /** ValidateCSIDriverName. */
  static @Nullable String driverProblem(String text) {
    return bytes(text) > LONGEST_LABEL
        ? "a driver's name: it has more than 63 characters"
        : subdomainProblem(text.toLowerCase(Locale.ROOT));
  }

  /** IsRelaxedEnvVarName since 1.32, IsEnvVarName before. */
  static @Nullable String envNameProblem(String text, ApiContext context) {
    if (context.isSince(32)) {
      return relaxedEnvNameProblem(text);
    }
    boolean ok = ENV_NAME.matcher(text).matches() && !isDots(text);
    return ok
        ? null
        : "an environment variable's name: letters, digits, '-', '_' and '.' with no digit in"
            + " front";
  }

  /** IsRelaxedEnvVarName. */
  static @Nullable String relaxedEnvNameProblem(String text) {
    boolean ok = !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '=');
    return ok ? null : "an environment variable's name: only printable ASCII without '=' is";
  }

  /** IsConfigMapKey. */
  static @Nullable String configKeyProblem(String text) {
    boolean ok =
        text.length() <= LONGEST_SUBDOMAIN && CONFIG_KEY.matcher(text).matches() && !isDots(text);
    return ok
        ? null
        : "a key: at most 253 letters, digits, '-', '_' and '.', and no \"..\" in front";
  }

  /** hasChDirPrefix. */
  private static boolean isDots(String text) {
    return text.equals(".") || text.startsWith("..");
  }

  /** IsHTTPHeaderName. */
  static @Nullable String headerProblem(String text) {
    return HTTP_HEADER.matcher(text).matches()
        ? null
        : "an HTTP header's name: letters, digits and '-'";
  }

  /** IsValidPortName. */
  static @Nullable String portNameProblem(String text) {
    boolean ok =
        text.length() <= LONGEST_PORT_NAME
            && PORT_CHARACTERS.matcher(text).matches()
            && text.chars().anyMatch(c -> c >= 'a' && c <= 'z')
            && !text.contains("--")
            && !text.startsWith("-")
            && !text.endsWith("-");
    return ok
        ? null
        : "a port's name: at most 15 lower-case letters, digits and single '-' between them, with"
            + " a letter among them";
  }

  /** IsDomainPrefixedPath. */
  static @Nullable String prefixedPathProblem(String text) {
    int slash = text.indexOf('/');
    boolean ok =
        slash > 0
            && subdomainProblem(text.substring(0, slash)) == null
            && URL_PATH.matcher(text.substring(slash + 1)).matches();
    return ok ? null : "a domain and a path, such as example.org/name";
  }

  /** IsValidSysctlName. */
  static @Nullable String sysctlProblem(String text) {
    return text.length() <= LONGEST_SUBDOMAIN && SYSCTL.matcher(text).matches()
        ? null
        : "a sysctl's name, such as net.core.somaxconn";
  }

  /** IsValidPercent. */
  static boolean isPercent(String text) {
    return PERCENT.matcher(text).matches();
  }

  static @Nullable String problem(Parsed<?> parsed) {
    return parsed instanceof Parsed.Bad<?> bad ? bad.reason() : null;
  }

  /** How long Go finds a text. */
  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** "x is not ...". */
  static String isNot(String text, String problem) {
    return Quoted.of(text) + " is not " + problem;
  }
}
