package dev.strake.sync.desired;

import dev.strake.bundle.Phase;
import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order in which a set is applied: by phase, and within a phase by what objects say they depend
 * on. An object that depends on one of a later phase waits for it there.
 *
 * @param waves each applied at once, one after the other
 * @param cycles objects that wait for themselves, or for such; in no wave
 */
public record Waves(List<List<DesiredObject>> waves, List<DesiredObject> cycles) {

  public Waves {
    waves = List.copyOf(waves);
    cycles = List.copyOf(cycles);
  }

  public static Waves of(DesiredSet set) {
    return new Order(set).waves();
  }

  /** The place of a wave among the others. */
  private record Turn(Phase phase, int level) {

    static final Comparator<Turn> ORDER =
        Comparator.comparing(Turn::phase).thenComparingInt(Turn::level);

    Turn behind(Turn other) {
      Turn next = new Turn(other.phase, other.level + 1);
      return ORDER.compare(this, next) < 0 ? next : this;
    }
  }

  /** Without recursion: a stranger may chain as many objects as there are. */
  private static final class Order {

    private final DesiredSet set;
    private final Map<ObjectIdentity, DesiredObject> objects;
    private final Map<ObjectIdentity, List<DesiredObject>> dependents = new HashMap<>();
    private final Map<ObjectIdentity, Integer> awaited = new HashMap<>();
    private final Map<ObjectIdentity, Turn> turns = new HashMap<>();

    Order(DesiredSet set) {
      this.set = set;
      this.objects = set.byIdentity();
    }

    Waves waves() {
      Deque<DesiredObject> free = new ArrayDeque<>();
      for (DesiredObject object : set.objects()) {
        List<ObjectIdentity> within = within(object);
        turns.put(object.identity(), new Turn(object.phase(), 0));
        awaited.put(object.identity(), within.size());
        within.forEach(
            each -> dependents.computeIfAbsent(each, e -> new ArrayList<>()).add(object));
        if (within.isEmpty()) {
          free.add(object);
        }
      }
      while (!free.isEmpty()) {
        settle(free.remove(), free);
      }
      return inTurn();
    }

    /** Whoever waits for an object may have been waiting for the last one. */
    private void settle(DesiredObject object, Deque<DesiredObject> free) {
      Turn turn = turnOf(object);
      for (DesiredObject dependent : dependents.getOrDefault(object.identity(), List.of())) {
        turns.merge(dependent.identity(), turn, (own, before) -> own.behind(before));
        if (awaited.merge(dependent.identity(), -1, Integer::sum) == 0) {
          free.add(dependent);
        }
      }
    }

    private Waves inTurn() {
      Map<Turn, List<DesiredObject>> waves = new TreeMap<>(Turn.ORDER);
      List<DesiredObject> cycles = new ArrayList<>();
      for (DesiredObject object : set.objects()) {
        if (awaited.getOrDefault(object.identity(), 0) > 0) {
          cycles.add(object);
        } else {
          waves.computeIfAbsent(turnOf(object), turn -> new ArrayList<>()).add(object);
        }
      }
      return new Waves(List.copyOf(waves.values()), cycles);
    }

    private Turn turnOf(DesiredObject object) {
      return turns.getOrDefault(object.identity(), new Turn(object.phase(), 0));
    }

    private List<ObjectIdentity> within(DesiredObject object) {
      return object.dependencies().stream().distinct().filter(objects::containsKey).toList();
    }
  }
}
