package dev.strake.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.standin.ApiRequest;
import dev.strake.sync.standin.ApiStandIn;
import dev.strake.sync.standin.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * 2,000 objects, 300 definitions, one of them of 400 kB, in a cluster with 20,000 Secrets of
 * others, at a server that is too busy now and then.
 *
 * @see <a href="https://github.com/prometheus-operator/kube-prometheus/issues/1511">kube-prometheus
 *     1511</a>
 */
@Tag("slow")
@Timeout(600)
final class LargeSyncTest {

  private static final int FOREIGN = 20_000;
  private static final int HEAP = 192;

  @TempDir private Path folder;

  @Test
  void sizeAndLoadAreBorne() throws Exception {
    try (ApiStandIn api = ApiStandIn.start()) {
      for (int i = 0; i < FOREIGN; i++) {
        api.put(
            "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s%s','namespace':'default'},'data':{'p':'eA=='}}"
                .formatted(i));
      }
      Map<String, Long> refused = new ConcurrentHashMap<>();
      List<Long> pauses = new CopyOnWriteArrayList<>();
      AtomicInteger count = new AtomicInteger();
      api.failing(
          request -> {
            // What several threads ask for at once, one of them may ask for again at once.
            if (request.name().isEmpty() || request.plural().equals("namespaces")) {
              return Optional.empty();
            }
            String what = request.toString();
            Long before = refused.remove(what);
            if (before != null) {
              pauses.add(Duration.ofNanos(System.nanoTime() - before).toMillis());
              return Optional.empty();
            }
            if (count.incrementAndGet() % 400 == 0) {
              refused.put(what, System.nanoTime());
              return Optional.of(new Fault.Answered(429, Optional.of(1), "too many requests"));
            }
            return Optional.empty();
          });
      SyncProcess.Result created = SyncProcess.run(api.kubeconfig(folder), "1", HEAP);
      assertTrue(created.complete(), created::text);
      assertTrue(pauses.size() > 10, pauses.toString());
      assertTrue(pauses.stream().allMatch(pause -> pause >= 1000), pauses.toString());
      assertEquals(0, api.requests().stream().filter(LargeSyncTest::readsSecrets).count());

      api.failing(request -> Optional.empty());
      api.forgetRequests();
      SyncProcess.Result unchanged = SyncProcess.run(api.kubeconfig(folder), "1", HEAP);
      assertTrue(unchanged.complete(), unchanged::text);
      assertEquals(List.of(), api.writes());
      Map<String, Long> discovered =
          api.requests().stream()
              .filter(request -> request.plural().isEmpty())
              .collect(
                  Collectors.groupingBy(
                      request -> request.group() + "/" + request.version(), Collectors.counting()));
      // Eight ask at once before the first has an answer.
      assertTrue(discovered.values().stream().allMatch(asked -> asked <= 8), discovered.toString());
      assertTrue(
          api.requests().size() < LargeSet.OBJECTS * 2 + 400,
          "a look and a dry run for each object, and little else: " + api.requests().size());
    }
  }

  private static boolean readsSecrets(ApiRequest request) {
    return request.plural().equals("secrets");
  }
}
