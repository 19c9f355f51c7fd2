package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.Map;
import java.util.Set;

/**
 * Who else has a say in an object that leaves a set.
 *
 * @param wantedUids of the live objects that the set itself wants, under whatever identity
 * @param wantedElsewhere what other sets want, each with the name of its set
 */
public record OtherClaims(Set<String> wantedUids, Map<ObjectIdentity, String> wantedElsewhere) {

  public static final OtherClaims NONE = new OtherClaims(Set.of(), Map.of());

  public OtherClaims {
    wantedUids = Set.copyOf(wantedUids);
    wantedElsewhere = Map.copyOf(wantedElsewhere);
  }
}
