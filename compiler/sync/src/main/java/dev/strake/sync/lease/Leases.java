package dev.strake.sync.lease;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The Leases of one namespace. Each change is based on what was read, or it is no change. */
public interface Leases {

  /**
   * @throws IOException if the API server cannot be asked
   */
  Optional<LeaseRecord> get(String name) throws IOException;

  /** Those whose name begins so. */
  List<LeaseRecord> list(String prefix) throws IOException;

  /**
   * Creates one that is not there.
   *
   * @return what is there now; empty if somebody else was faster
   */
  Optional<LeaseRecord> create(LeaseRecord lease) throws IOException;

  /**
   * Changes one that is as it was read.
   *
   * @return what is there now; empty if somebody else was faster
   */
  Optional<LeaseRecord> update(LeaseRecord lease) throws IOException;

  /** Deletes one if it is as it was read; one that is not stays. */
  void delete(LeaseRecord lease) throws IOException;
}
