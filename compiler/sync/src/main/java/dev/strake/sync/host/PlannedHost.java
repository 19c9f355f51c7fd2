package dev.strake.sync.host;

import dev.strake.bundle.HostRole;
import java.util.List;

/**
 * What a sync would do to one host.
 *
 * @param address by which it is reached
 * @param digest of what it shall have applied
 * @param recorded the digest that it has recorded; empty if there is none, or nobody knows
 * @param files that are copied or removed, each with a sign: {@code + path}, {@code ~ path}, {@code
 *     - path}
 * @param note why, where the action does not say it; a command, where people have to act; may be
 *     empty
 */
public record PlannedHost(
    String name,
    HostRole role,
    String address,
    HostAction action,
    String digest,
    String recorded,
    List<String> files,
    String note) {

  public PlannedHost {
    files = List.copyOf(files);
  }

  /** {@code node cp-1} or {@code loadbalancer lb-1}: unlike the name, no other host's. */
  public String title() {
    return role.record() + " " + name;
  }

  PlannedHost blocked(String why) {
    return new PlannedHost(
        name, role, address, HostAction.BLOCKED, digest, recorded, List.of(), why);
  }

  /** Whether the same is done to the same host in the same state. */
  public boolean isSameAs(PlannedHost other) {
    return title().equals(other.title())
        && address.equals(other.address)
        && action == other.action
        && digest.equals(other.digest)
        && recorded.equals(other.recorded)
        && files.equals(other.files);
  }
}
