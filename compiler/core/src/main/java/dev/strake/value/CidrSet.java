package dev.strake.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Address blocks to look addresses up in. A block inside another one is left out, so that no
 * address is in two. Building takes n log n steps, a question log n.
 */
public final class CidrSet {

  private final NavigableMap<IpAddress, Cidr> byFirst = new TreeMap<>();

  private CidrSet() {}

  public static CidrSet of(Collection<Cidr> blocks) {
    CidrSet set = new CidrSet();
    // A block is sorted before those inside it.
    List<Cidr> sorted = new ArrayList<>(blocks);
    sorted.sort(null);
    for (Cidr block : sorted) {
      if (set.around(block.first()).isEmpty()) {
        set.byFirst.put(block.first(), block);
      }
    }
    return set;
  }

  /** The block that an address is in. */
  public Optional<Cidr> around(IpAddress address) {
    Map.Entry<IpAddress, Cidr> before = byFirst.floorEntry(address);
    return Optional.ofNullable(before)
        .map(Map.Entry::getValue)
        .filter(block -> block.contains(address));
  }

  /** The block that all addresses of a range are in. */
  public Optional<Cidr> around(AddressPool range) {
    return around(range.first()).filter(block -> block.contains(range.last()));
  }

  /** The first block that shares an address with a range. */
  public Optional<Cidr> meeting(AddressPool range) {
    Optional<Cidr> begun = around(range.first());
    if (begun.isPresent()) {
      return begun;
    }
    Map.Entry<IpAddress, Cidr> next = byFirst.higherEntry(range.first());
    return Optional.ofNullable(next)
        .map(Map.Entry::getValue)
        .filter(block -> range.contains(block.first()));
  }

  /** Whether any block is of a family. */
  public boolean has(IpFamily family) {
    return byFirst.values().stream().anyMatch(block -> block.family() == family);
  }
}
