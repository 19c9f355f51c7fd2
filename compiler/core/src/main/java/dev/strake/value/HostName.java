package dev.strake.value;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something can be reached: a DNS-1123 subdomain or an IP address, IPv6 without brackets. No
 * wildcards. A name that ends in a number is taken for a misspelt address, as browsers do, though
 * Kubernetes would pass {@code 192.168.1.300} as a name.
 *
 * @param text the name, or the address in its usual form
 * @param ip null if it is a name
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/util/endpoint.go">ParseHostPort
 *     in kubeadm</a>
 */
public record HostName(String text, @Nullable IpAddress ip) implements Comparable<HostName> {

  /**
   * @throws IllegalArgumentException if the text is neither
   */
  public HostName {
    if (ip == null) {
      Names.require(text, Names.subdomainProblem(text));
    }
  }

  public static HostName of(IpAddress address) {
    return new HostName(address.toString(), address);
  }

  public static HostName of(DnsSubdomain name) {
    return new HostName(name.text(), null);
  }

  public static Parsed<HostName> parse(String text) {
    if (text.indexOf(':') >= 0 || endsInNumber(text)) {
      return IpAddress.parse(text)
          .match(ip -> Parsed.ok(of(ip)), bad -> new Parsed.Bad<>(bad.reason(), bad.help()));
    }
    if (text.startsWith("*.")) {
      return Parsed.bad("a host name: wildcards are not allowed");
    }
    return Names.named(
        text, "a host name", Names.subdomainProblem(text), name -> new HostName(name, null));
  }

  private static boolean endsInNumber(String text) {
    String last = text.substring(text.lastIndexOf('.') + 1);
    return !last.isEmpty() && last.chars().allMatch(Names::isDigit);
  }

  /** The address; empty if it is a name. */
  public Optional<IpAddress> address() {
    return Optional.ofNullable(ip);
  }

  @Override
  public int compareTo(HostName other) {
    return text.compareTo(other.text);
  }

  /** IPv6 without brackets. */
  @Override
  public String toString() {
    return text;
  }
}
