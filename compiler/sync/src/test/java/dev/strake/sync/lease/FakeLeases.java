package dev.strake.sync.lease;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Leases with resource versions as the API server has them; can be cut off for one caller. */
final class FakeLeases {

  private final Map<String, LeaseRecord> stored = new TreeMap<>();
  private int version;

  synchronized Optional<LeaseRecord> stored(String name) {
    return Optional.ofNullable(stored.get(name));
  }

  synchronized int count(String prefix) {
    return list(prefix).size();
  }

  private synchronized Optional<LeaseRecord> write(LeaseRecord lease, boolean create) {
    LeaseRecord before = stored.get(lease.name());
    boolean based =
        create
            ? before == null
            : before != null && before.resourceVersion().equals(lease.resourceVersion());
    if (!based) {
      return Optional.empty();
    }
    LeaseRecord now =
        new LeaseRecord(
            lease.name(),
            lease.holder(),
            lease.duration(),
            lease.acquired(),
            lease.renewed(),
            lease.transitions(),
            Integer.toString(++version));
    stored.put(lease.name(), now);
    return Optional.of(now);
  }

  private synchronized void remove(LeaseRecord lease) {
    LeaseRecord before = stored.get(lease.name());
    if (before != null && before.resourceVersion().equals(lease.resourceVersion())) {
      stored.remove(lease.name());
    }
  }

  private synchronized List<LeaseRecord> list(String prefix) {
    return stored.values().stream().filter(lease -> lease.name().startsWith(prefix)).toList();
  }

  /** One process's way to them. */
  final class Connection implements Leases {

    private volatile boolean cut;
    private volatile boolean deaf;
    private volatile Runnable beforeWrite = () -> {};

    void cut(boolean now) {
      cut = now;
    }

    /** From now on, what is written is stored, and nobody hears of it. */
    void loseAnswers(boolean now) {
      deaf = now;
    }

    /** What happens between a read and the write that is based on it. */
    void beforeWrite(Runnable event) {
      beforeWrite = event;
    }

    @Override
    public Optional<LeaseRecord> get(String name) throws IOException {
      check();
      return stored(name);
    }

    @Override
    public List<LeaseRecord> list(String prefix) throws IOException {
      check();
      return FakeLeases.this.list(prefix);
    }

    @Override
    public Optional<LeaseRecord> create(LeaseRecord lease) throws IOException {
      check();
      beforeWrite.run();
      return heard(write(lease, true));
    }

    @Override
    public Optional<LeaseRecord> update(LeaseRecord lease) throws IOException {
      check();
      beforeWrite.run();
      return heard(write(lease, false));
    }

    private Optional<LeaseRecord> heard(Optional<LeaseRecord> answer) throws IOException {
      if (deaf) {
        throw new IOException("the answer is lost");
      }
      return answer;
    }

    @Override
    public void delete(LeaseRecord lease) throws IOException {
      check();
      remove(lease);
    }

    private void check() throws IOException {
      if (cut) {
        throw new IOException("cut off");
      }
    }
  }

  Connection connect() {
    return new Connection();
  }
}
