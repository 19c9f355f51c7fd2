package dev.strake.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The writer is killed before each of its changes; whatever runs next puts everything right. */
class BundleWriterCrashTest {

  private static final Bundle OLD =
      Bundles.of("a/b/c", "old c", "d", "old d", "same", "same", "gone/x", "old x", "e", "old e");
  private static final Bundle NEW =
      Bundles.of("a", "new a", "d/e", "new e", "same", "same", "new/y", "new y", "e", "new e");
  private static final Bundle OTHER = Bundles.of("e", "other e", "new/y", "other y", "z", "other");

  private static final class Killed extends Error {}

  @Test
  void theSameRunAgain() throws Exception {
    assertTrue(killedAtEveryPoint(OLD, NEW, NEW) > 15);
  }

  @Test
  void anotherBundleNext() throws Exception {
    killedAtEveryPoint(OLD, NEW, OTHER);
  }

  @Test
  void backToTheOldBundle() throws Exception {
    killedAtEveryPoint(OLD, NEW, OLD);
  }

  @Test
  void theVeryFirstRun() throws Exception {
    killedAtEveryPoint(null, NEW, OTHER);
  }

  /** Both the run and the run that repairs are killed, at every pair of points. */
  @Test
  void killedAgainWhileRepairing() throws Exception {
    boolean firstKilled = true;
    for (int first = 0; firstKilled; first++) {
      boolean secondKilled = true;
      for (int second = 0; secondKilled; second++) {
        Path out = prepared(OLD);
        firstKilled = isKilled(NEW, out, first);
        secondKilled = isKilled(OTHER, out, second);
        assertRepaired(OLD, out);
      }
    }
  }

  private static int killedAtEveryPoint(Bundle before, Bundle killed, Bundle next)
      throws Exception {
    int point = 0;
    while (true) {
      Path out = prepared(before);
      boolean wasKilled = isKilled(killed, out, point);
      assertNothingHalfWritten(out, before, killed);
      assertRepaired(next, out);
      if (!wasKilled) {
        return point;
      }
      point++;
    }
  }

  private static Path prepared(Bundle before) throws Exception {
    Configuration unix =
        Configuration.unix().toBuilder().setAttributeViews("basic", "posix").build();
    Path out = Files.createDirectory(Jimfs.newFileSystem(unix).getPath("/out"));
    Files.createDirectory(out.resolve("prod"));
    Files.writeString(out.resolve("prod/mine.txt"), "mine");
    if (before != null) {
      assertEquals(List.of(), BundleWriter.write(before, out));
    }
    return out;
  }

  private static boolean isKilled(Bundle bundle, Path out, int point) {
    AtomicInteger left = new AtomicInteger(point);
    Disk mortal =
        new Disk(
            () -> {
              if (left.getAndDecrement() == 0) {
                throw new Killed();
              }
            });
    try {
      assertEquals(List.of(), BundleWriter.write(bundle, out, mortal));
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  private static void assertNothingHalfWritten(Path out, Bundle before, Bundle after)
      throws Exception {
    Map<String, Set<String>> whole = new HashMap<>();
    for (Bundle bundle : before == null ? List.of(after) : List.of(before, after)) {
      for (Artifact artifact : bundle.artifacts()) {
        whole
            .computeIfAbsent(artifact.path().toString(), p -> new HashSet<>())
            .add(artifact.text());
      }
    }
    Trees.texts(out.resolve("prod"))
        .forEach(
            (path, text) -> {
              if (!path.equals("mine.txt") && !path.equals(Index.FILE_NAME)) {
                assertTrue(whole.getOrDefault(path, Set.of()).contains(text), path + ": " + text);
              }
            });
  }

  private static void assertRepaired(Bundle next, Path out) throws Exception {
    assertEquals(List.of(), BundleWriter.write(next, out));
    Map<String, String> expected = new HashMap<>();
    next.artifacts().forEach(a -> expected.put("prod/" + a.path(), a.text()));
    expected.put("prod/index.json", Index.of(next).toJson());
    expected.put("prod/mine.txt", "mine");
    assertEquals(expected, new HashMap<>(Trees.texts(out)));
    assertFalse(Files.exists(out.resolve(".strake-staging-prod")));
    assertFalse(Files.exists(out.resolve("prod/gone")) && !next.equals(OLD), "empty folder left");
  }
}
