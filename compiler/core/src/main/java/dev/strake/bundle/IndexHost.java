package dev.strake.bundle;

import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the index says about a machine, for those who bring files to hosts without asking Strake.
 *
 * @param folder of its files, below the cluster's
 * @param digest that the host records in /var/lib/strake/applied once it has applied them
 */
public record IndexHost(String name, HostRole role, String address, String folder, String digest) {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  static IndexHost of(Host host) {
    return new IndexHost(host.name(), host.role(), host.address(), host.folder(), host.digest());
  }

  String toJson() {
    return "{\"name\": "
        + JsonText.quote(name)
        + ", \"role\": "
        + JsonText.quote(id(role))
        + ", \"address\": "
        + JsonText.quote(address)
        + ", \"folder\": "
        + JsonText.quote(folder)
        + ", \"digest\": "
        + JsonText.quote(digest)
        + "}";
  }

  /** Those of an index; none for one without any; empty if one of them cannot be read. */
  static Optional<List<IndexHost>> read(YamlMapping index) {
    Optional<YamlSequence> list = index.sequence("hosts");
    if (list.isEmpty()) {
      return Optional.of(List.of());
    }
    List<IndexHost> hosts = new ArrayList<>();
    for (YamlNode item : list.get().items()) {
      host(item).ifPresent(hosts::add);
    }
    boolean whole = hosts.size() == list.get().items().size();
    return whole ? Optional.of(hosts) : Optional.empty();
  }

  private static Optional<IndexHost> host(YamlNode node) {
    if (!(node instanceof YamlMapping host)) {
      return Optional.empty();
    }
    Optional<String> name = host.string("name");
    Optional<HostRole> role = host.string("role").flatMap(IndexHost::role);
    Optional<String> address = host.string("address");
    Optional<String> folder = host.string("folder").filter(f -> ArtifactPath.parse(f).isPresent());
    Optional<String> digest = host.string("digest").filter(s -> SHA256.matcher(s).matches());
    boolean whole =
        name.isPresent()
            && role.isPresent()
            && address.isPresent()
            && folder.isPresent()
            && digest.isPresent();
    return whole
        ? Optional.of(
            new IndexHost(name.get(), role.get(), address.get(), folder.get(), digest.get()))
        : Optional.empty();
  }

  private static Optional<HostRole> role(String id) {
    return Arrays.stream(HostRole.values()).filter(role -> id(role).equals(id)).findFirst();
  }

  /** {@code load-balancer}, {@code control-plane} or {@code worker}. */
  private static String id(HostRole role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
