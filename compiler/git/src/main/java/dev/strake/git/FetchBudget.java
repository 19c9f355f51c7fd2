package dev.strake.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Counts what a remote sends, over all of a fetch's connections, and ends it when it is too much.
 */
final class FetchBudget {

  /** The limit that was reached, in the middle of a read. */
  static final class Spent extends IOException {
    Spent(String what) {
      super(what);
    }
  }

  private final FetchLimits limits;
  private final LongSupplier nanos;
  private final long deadline;
  private long read;

  FetchBudget(FetchLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
    this.deadline = nanos.getAsLong() + limits.time().toNanos();
  }

  InputStream metered(InputStream from) {
    return new Metered(from);
  }

  boolean isSpent() {
    return read > limits.bytes() || nanos.getAsLong() - deadline > 0;
  }

  String reason() {
    return read > limits.bytes()
        ? "the remote sends more than " + limits.bytes() + " bytes"
        : "it takes longer than " + limits.time().toSeconds() + " s";
  }

  private void count(long bytes) throws IOException {
    read += Math.max(bytes, 0);
    if (isSpent()) {
      throw new Spent(reason());
    }
  }

  private final class Metered extends FilterInputStream {

    Metered(InputStream from) {
      super(from);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      count(count);
      return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      count(skipped);
      return skipped;
    }
  }
}
