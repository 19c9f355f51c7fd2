package dev.strake.sync.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that was read whole.
 *
 * @param method as it was sent: {@code GET}
 * @param path without a query
 * @param headers by name, whatever its case
 * @param body at most as long as the server's limit
 */
public record Request(
    String method, String path, Map<String, List<String>> headers, RequestBody body) {

  public Request {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    headers = byName;
  }

  /** A header that was sent exactly once: of two, nobody knows which the proxy before us read. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.get(0).strip()) : Optional.empty();
  }

  /** Whether a header was sent, once or more often. */
  public boolean has(String name) {
    return !headers.getOrDefault(name, List.of()).isEmpty();
  }
}
