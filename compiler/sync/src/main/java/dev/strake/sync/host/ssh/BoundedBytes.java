package dev.strake.sync.host.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What a host says, as far as anybody wants to hear it. */
final class BoundedBytes extends OutputStream {

  private static final int MOST = 4 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] more, int from, int length) throws IOException {
    if (bytes.size() + length > MOST) {
      throw new IOException("the host says more than anybody has asked for");
    }
    bytes.write(more, from, length);
  }

  synchronized byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
