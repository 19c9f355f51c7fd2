package dev.strake.source;

import java.util.function.Function;

/** What reading a file gave: its bytes, or the reason why it was not read. */
public sealed interface SourceContent {

  /** Goes on with the bytes or with the reason. */
  <T> T match(Function<byte[], T> readable, Function<String, T> refused);

  /** The whole file. */
  @SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
  record Readable(byte[] bytes) implements SourceContent {
    @Override
    public <T> T match(Function<byte[], T> readable, Function<String, T> refused) {
      return readable.apply(bytes);
    }
  }

  /**
   * @param reason continues the sentence "the file was not read: ..."
   */
  record Refused(String reason) implements SourceContent {
    @Override
    public <T> T match(Function<byte[], T> readable, Function<String, T> refused) {
      return refused.apply(reason);
    }
  }
}
