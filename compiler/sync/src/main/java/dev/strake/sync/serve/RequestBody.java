package dev.strake.sync.serve;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a request. Its own copy, and not in any text that a log could print. */
public final class RequestBody {

  private final byte[] bytes;

  private RequestBody(byte[] bytes) {
    this.bytes = bytes;
  }

  public static RequestBody of(byte[] bytes) {
    return new RequestBody(bytes.clone());
  }

  public static RequestBody of(String text) {
    return new RequestBody(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RequestBody body && Arrays.equals(body.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Its length only. */
  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
