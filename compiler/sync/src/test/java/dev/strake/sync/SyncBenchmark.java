package dev.strake.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.standin.ApiStandIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No test by its name, so that it runs on demand only; see {@code benchmarks/sync}. */
final class SyncBenchmark {

  private static final int OBJECTS = 1000;

  @TempDir private Path folder;

  private static DesiredSet set(String last) {
    List<String> manifests = new ArrayList<>();
    manifests.add("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}");
    for (int i = 1; i < OBJECTS; i++) {
      manifests.add(
          "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c%s','namespace':'shop'},'data':{'a':'%s'}}"
              .formatted(i, i + 1 == OBJECTS ? last : "1"));
    }
    return Scene.set("shop", manifests);
  }

  @Test
  void thousandObjects() {
    try (Scene scene = new Scene(folder)) {
      scene.sync(
          Scene.set(
              "warm",
              List.of(
                  "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'warm','namespace':'default'}}")));
      measured("created", () -> assertTrue(scene.sync(set("1")).isComplete()));
      scene.api().forgetRequests();
      measured("unchanged", () -> assertTrue(scene.sync(set("1")).isComplete()));
      assertEquals(List.of(), scene.api().writes());
      measured("planned", () -> scene.plan(set("2")));
      measured("one changed", () -> assertTrue(scene.sync(set("2")).isComplete()));
      Runtime memory = Runtime.getRuntime();
      System.gc();
      System.out.println(
          "benchmark: %s MB in use, the stand-in's objects and requests included"
              .formatted((memory.totalMemory() - memory.freeMemory()) >> 20));
    }
  }

  private static void measured(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    long millis = Math.max(1, Duration.ofNanos(System.nanoTime() - start).toMillis());
    System.out.println(
        "benchmark: %s objects %s in %s ms, %s objects/s"
            .formatted(OBJECTS, what, millis, OBJECTS * 1000L / millis));
  }

  /** In a process of its own, beside the stand-in's. */
  @Test
  void twoThousandObjectsWithThreeHundredDefinitions() throws Exception {
    try (ApiStandIn api = ApiStandIn.start()) {
      for (String what : List.of("created", "unchanged", "changed")) {
        api.forgetRequests();
        SyncProcess.Result result =
            SyncProcess.run(api.kubeconfig(folder), what.equals("changed") ? "2" : "1", 256);
        assertTrue(result.complete(), result::text);
        long discovery =
            api.requests().stream().filter(request -> request.plural().isEmpty()).count();
        System.out.println(
            "benchmark: %s objects, %s of them definitions, %s in %s ms, %s objects/s; %s requests, %s of them for discovery, %s writes; at most %s MB of heap"
                .formatted(
                    LargeSet.OBJECTS,
                    LargeSet.DEFINITIONS,
                    what,
                    result.millis(),
                    LargeSet.OBJECTS * 1000L / Math.max(1, result.millis()),
                    api.requests().size(),
                    discovery,
                    api.writes().size(),
                    result.megabytes()));
      }
    }
  }
}
