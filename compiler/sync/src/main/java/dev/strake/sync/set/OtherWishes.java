package dev.strake.sync.set;

import dev.strake.sync.object.ObjectIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What other sets want of a cluster: an object that leaves one set may be on its way to another.
 *
 * @param wanted each object with its set's name
 * @param unknown why not all of them are known; empty if they are
 */
public record OtherWishes(Map<ObjectIdentity, String> wanted, Optional<String> unknown) {

  public static final OtherWishes NONE = new OtherWishes(Map.of(), Optional.empty());

  public OtherWishes {
    wanted = Map.copyOf(wanted);
  }

  /** Who cannot be asked may want anything. */
  public static OtherWishes unknown(String why) {
    return new OtherWishes(Map.of(), Optional.of(why));
  }

  public OtherWishes plus(OtherWishes more) {
    Map<ObjectIdentity, String> all = new HashMap<>(wanted);
    all.putAll(more.wanted);
    return new OtherWishes(all, unknown.or(more::unknown));
  }
}
