package dev.strake.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KubernetesPacksTest {

  private static final Pattern VERSION = Pattern.compile("1\\.[0-9]+");
  private static final Pattern API_VERSION = Pattern.compile("v[0-9]+((alpha|beta)[0-9]+)?");

  @Test
  void everyVersionHasASmallPack() {
    for (String version : KubernetesPacks.versions()) {
      byte[] pack = KubernetesPacks.pack(version);

      assertEquals(PackFormat.MAGIC, ByteBuffer.wrap(pack).getInt(), version);
      assertTrue(pack.length < 100_000, version + " has " + pack.length + " bytes");
    }
  }

  @Test
  void anUnknownVersionIsAMistakeOfTheProgram() {
    assertThrows(IllegalArgumentException.class, () -> KubernetesPacks.pack("1.29"));
  }

  @Test
  void lifecycleRowsAreWellFormed() {
    List<List<String>> rows = rows();

    assertEquals(
        List.of("group", "version", "kind", "introduced", "deprecated", "removed", "replacement"),
        rows.get(0));
    List<String> keys = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      assertEquals(7, row.size(), row.toString());
      assertTrue(API_VERSION.matcher(row.get(1)).matches(), row.toString());
      assertTrue(VERSION.matcher(row.get(3)).matches(), row.toString());
      assertTrue(isOrdered(row), row.toString());
      keys.add(row.get(0) + "/" + row.get(1) + " " + row.get(2));
    }
    assertEquals(keys.size(), keys.stream().distinct().count(), "no API twice");
  }

  /** A beta may be removed without deprecation, but nothing goes before it came. */
  private static boolean isOrdered(List<String> row) {
    int last = -1;
    for (String version : row.subList(3, 6)) {
      if (!version.isEmpty()) {
        int minor = Integer.parseInt(version.substring(2));
        if (!VERSION.matcher(version).matches() || minor < last) {
          return false;
        }
        last = minor;
      }
    }
    return true;
  }

  /** A replacement is itself in the table, so that its life is known, too. */
  @Test
  void replacementsAreInTheTable() {
    List<List<String>> rows = rows();
    List<String> all =
        rows.stream()
            .map(
                row ->
                    (row.get(0).isEmpty() ? "" : row.get(0) + "/") + row.get(1) + " " + row.get(2))
            .toList();
    List<String> dangling =
        rows.stream()
            .skip(1)
            .map(row -> row.get(6))
            .filter(replacement -> !replacement.isEmpty() && !all.contains(replacement))
            .distinct()
            .toList();

    assertEquals(List.of("apps/v1 DeploymentRollback"), dangling);
  }

  private static List<List<String>> rows() {
    return KubernetesPacks.lifecycle()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }
}
