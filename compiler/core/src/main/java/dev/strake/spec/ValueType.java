package dev.strake.spec;

import dev.strake.value.AbsolutePath;
import dev.strake.value.Cidr;
import dev.strake.value.DnsLabel;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.GoDuration;
import dev.strake.value.HostName;
import dev.strake.value.InterfaceAddress;
import dev.strake.value.InterfaceName;
import dev.strake.value.IpAddress;
import dev.strake.value.KubernetesVersion;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.Parsed;
import dev.strake.value.Port;
import dev.strake.value.Quantity;
import dev.strake.value.RelativePath;
import dev.strake.value.ResourceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A type that a scalar of YAML may be read as. A new value type is one line of {@link #ALL}.
 *
 * @param noun for messages, with its article
 * @param written which YAML scalars it may be written as
 * @param pattern what the published JSON Schema asks for: necessary, not sufficient
 */
record ValueType<T>(
    Class<T> type,
    String noun,
    Written written,
    String pattern,
    Function<String, Parsed<T>> parse) {

  /** Which scalars of YAML. */
  enum Written {
    STRING,
    NUMBER,
    STRING_OR_NUMBER
  }

  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final String WORD = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
  private static final String QUALIFIED = "^(" + SUBDOMAIN + "/)?" + WORD + "$";
  private static final String DECIMAL = "([0-9]+\\.?[0-9]*|\\.[0-9]+)";

  static final List<ValueType<?>> ALL =
      List.of(
          string(String.class, "a string", "", Parsed::ok),
          string(
              AbsolutePath.class,
              "an absolute path",
              "^/[^\\u0000-\\u001f]*$",
              AbsolutePath::parse),
          string(Cidr.class, "an address block", "^[0-9A-Fa-f.:]+/[0-9]{1,3}$", Cidr::parse),
          string(
              DnsLabel.class,
              "a DNS label",
              "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
              DnsLabel::parse),
          string(DnsSubdomain.class, "a DNS subdomain", "^" + SUBDOMAIN + "$", DnsSubdomain::parse),
          string(
              GoDuration.class,
              "a duration",
              "^[-+]?(0|(" + DECIMAL + "(ns|us|µs|μs|ms|s|m|h))+)$",
              GoDuration::parse),
          string(HostName.class, "a host name", "^[0-9A-Za-z.:-]+$", HostName::parse),
          string(
              InterfaceAddress.class,
              "an address with a prefix length",
              "^[0-9A-Fa-f.:]+/[0-9]{1,3}$",
              InterfaceAddress::parse),
          string(
              InterfaceName.class,
              "a network interface",
              "^[A-Za-z0-9._@-]{1,15}$",
              InterfaceName::parse),
          string(IpAddress.class, "an IP address", "^[0-9A-Fa-f.:]+$", IpAddress::parse),
          string(
              KubernetesVersion.class,
              "a Kubernetes version",
              "^v[0-9]+\\.[0-9]+\\.[0-9]+$",
              KubernetesVersion::parse),
          string(LabelKey.class, "a label key", QUALIFIED, LabelKey::parse),
          string(LabelValue.class, "a label value", "^(" + WORD + ")?$", LabelValue::parse),
          new ValueType<>(Port.class, "a port", Written.NUMBER, "", Port::parse),
          new ValueType<>(
              Quantity.class,
              "a quantity",
              Written.STRING_OR_NUMBER,
              "^[-+]?" + DECIMAL + "([KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]+)?$",
              Quantity::parse),
          string(RelativePath.class, "a path in the repository", "^[^/]", RelativePath::parse),
          string(ResourceName.class, "a resource", QUALIFIED, ResourceName::parse));

  private static final Map<Class<?>, ValueType<?>> BY_CLASS =
      ALL.stream().collect(Collectors.toMap(ValueType::type, Function.identity()));

  private static <T> ValueType<T> string(
      Class<T> type, String noun, String pattern, Function<String, Parsed<T>> parse) {
    return new ValueType<>(type, noun, Written.STRING, pattern, parse);
  }

  static Optional<ValueType<?>> of(Class<?> type) {
    return Optional.ofNullable(BY_CLASS.get(type));
  }

  boolean readsNumbers() {
    return written != Written.STRING;
  }

  boolean readsStrings() {
    return written != Written.NUMBER;
  }
}
