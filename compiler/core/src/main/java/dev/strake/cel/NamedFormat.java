package dev.strake.cel;

import dev.strake.value.DnsLabel;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.Parsed;
import dev.strake.value.RequestUrl;
import dev.strake.value.StringFormats;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shapes that the format library knows. */
enum NamedFormat {
  DNS_1123_LABEL("dns1123Label"),
  DNS_1123_SUBDOMAIN("dns1123Subdomain"),
  DNS_1035_LABEL("dns1035Label"),
  QUALIFIED_NAME("qualifiedName"),
  DNS_1123_LABEL_PREFIX("dns1123LabelPrefix"),
  DNS_1123_SUBDOMAIN_PREFIX("dns1123SubdomainPrefix"),
  DNS_1035_LABEL_PREFIX("dns1035LabelPrefix"),
  LABEL_VALUE("labelValue"),
  URI("uri"),
  UUID("uuid"),
  BYTE("byte"),
  DATE("date"),
  DATE_TIME("datetime");

  private static final Pattern DNS_1035 = Pattern.compile("(?=.{1,63}$)[a-z]([-a-z0-9]*[a-z0-9])?");

  private final String celName;

  NamedFormat(String celName) {
    this.celName = celName;
  }

  /** As expressions name it. */
  String celName() {
    return celName;
  }

  static Optional<NamedFormat> find(String celName) {
    return Stream.of(values()).filter(format -> format.celName.equals(celName)).findFirst();
  }

  /** Why a text is not of this shape; empty if it is. */
  Optional<String> problem(String text) {
    return switch (this) {
      case DNS_1123_LABEL -> problem(DnsLabel.parse(text));
      case DNS_1123_SUBDOMAIN -> problem(DnsSubdomain.parse(text));
      case DNS_1035_LABEL ->
          problemUnless(
              DNS_1035.matcher(text).matches(),
              "a DNS-1035 label: at most 63 lower-case letters, digits and '-', starting with a"
                  + " letter, and no '-' at the end");
      case QUALIFIED_NAME -> problem(LabelKey.parse(text));
      case DNS_1123_LABEL_PREFIX -> DNS_1123_LABEL.problem(continued(text));
      case DNS_1123_SUBDOMAIN_PREFIX -> DNS_1123_SUBDOMAIN.problem(continued(text));
      case DNS_1035_LABEL_PREFIX -> DNS_1035_LABEL.problem(continued(text));
      case LABEL_VALUE -> problem(LabelValue.parse(text));
      case URI -> problem(RequestUrl.parse(text));
      case UUID -> problemUnless(StringFormats.accepts("uuid", text), "a UUID");
      case BYTE -> problemUnless(StringFormats.accepts("byte", text), "base64");
      case DATE -> problemUnless(StringFormats.accepts("date", text), "a date");
      case DATE_TIME -> problemUnless(StringFormats.accepts("datetime", text), "a date and time");
    };
  }

  private static Optional<String> problem(Parsed<?> parsed) {
    return parsed.match(value -> Optional.empty(), bad -> Optional.of("is not " + bad.reason()));
  }

  private static Optional<String> problemUnless(boolean sound, String what) {
    return sound ? Optional.empty() : Optional.of("is not " + what);
  }

  /** Something follows a prefix, so that a dash at its end is in the middle of the name. */
  private static String continued(String prefix) {
    return prefix.length() > 1 && prefix.endsWith("-")
        ? prefix.substring(0, prefix.length() - 2) + "a"
        : prefix;
  }
}
