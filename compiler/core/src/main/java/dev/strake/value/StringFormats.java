package dev.strake.value;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Formats of strings. One that is not in the list means nothing to the API server.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apiserver/validation/formats.go">formats.go
 *     in apiextensions-apiserver</a>
 */
public final class StringFormats {

  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");
  private static final Pattern MAC =
      Pattern.compile("(?i)([0-9a-f]{2}[:-]){5}[0-9a-f]{2}|([0-9a-f]{4}\\.){2}[0-9a-f]{4}");
  private static final Pattern HEX_COLOUR = Pattern.compile("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+");

  private static final Map<String, Predicate<String>> FORMATS =
      Map.ofEntries(
          Map.entry("date", StringFormats::isDate),
          Map.entry("date-time", StringFormats::isDateTime),
          Map.entry("datetime", StringFormats::isDateTime),
          Map.entry("duration", text -> isParsed(GoDuration.parse(text))),
          Map.entry("byte", StringFormats::isBase64),
          Map.entry("uuid", text -> UUID.matcher(text).matches()),
          Map.entry("uuid3", text -> UUID.matcher(text).matches()),
          Map.entry("uuid4", text -> UUID.matcher(text).matches()),
          Map.entry("uuid5", text -> UUID.matcher(text).matches()),
          Map.entry("mac", text -> MAC.matcher(text).matches()),
          Map.entry("hexcolor", text -> HEX_COLOUR.matcher(text).matches()),
          Map.entry("email", text -> EMAIL.matcher(text).matches()),
          Map.entry(
              "hostname", text -> isParsed(DnsSubdomain.parse(text.toLowerCase(Locale.ROOT)))),
          Map.entry("ipv4", text -> isAddress(text, IpFamily.IPV4)),
          Map.entry("ipv6", text -> isAddress(text, IpFamily.IPV6)),
          Map.entry("cidr", text -> isParsed(Cidr.parse(text))),
          Map.entry("uri", text -> isParsed(RequestUrl.parse(text))));

  private StringFormats() {}

  /** Whether a text is of a format; of an unknown one, every text is. */
  public static boolean accepts(String format, String text) {
    Predicate<String> known = FORMATS.get(format);
    return known == null || known.test(text);
  }

  private static boolean isParsed(Parsed<?> parsed) {
    return parsed.match(value -> true, bad -> false);
  }

  private static boolean isAddress(String text, IpFamily family) {
    return IpAddress.parse(text).match(address -> address.family() == family, bad -> false);
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isDateTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return text.length() % 4 == 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
