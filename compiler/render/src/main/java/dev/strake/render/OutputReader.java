package dev.strake.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads what a program prints to its end, so that the program is never kept waiting, and keeps the
 * beginning. It has a thread of its own: a shared one may be busy waiting for the other output.
 */
final class OutputReader {

  private final InputStream in;
  private final int most;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean tooLong;
  private Runnable whenTooLong = () -> {};

  private OutputReader(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /**
   * @param most how many bytes are kept
   */
  static OutputReader start(InputStream in, int most) {
    OutputReader reader = new OutputReader(in, most);
    Thread thread = new Thread(reader::read, "strake output");
    thread.setDaemon(true);
    thread.start();
    return reader;
  }

  private void read() {
    byte[] chunk = new byte[8192];
    try (in) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        keep(chunk, n);
      }
    } catch (IOException e) {
      // It was closed because the program was ended: what there was is kept.
    } finally {
      ended.countDown();
    }
  }

  private void keep(byte[] chunk, int count) {
    Runnable then = () -> {};
    synchronized (this) {
      int room = most - kept.size();
      kept.write(chunk, 0, Math.min(room, count));
      if (count > room && !tooLong) {
        tooLong = true;
        then = whenTooLong;
      }
    }
    then.run();
  }

  /** Does something as soon as there is more than is kept. */
  void whenTooLong(Runnable then) {
    boolean already;
    synchronized (this) {
      whenTooLong = then;
      already = tooLong;
    }
    if (already) {
      then.run();
    }
  }

  /** Waits for the end. */
  boolean isAtEndWithin(Duration time) throws InterruptedException {
    return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  synchronized boolean isTooLong() {
    return tooLong;
  }

  /** What there is so far; a character that was cut through becomes U+FFFD. */
  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
