package dev.strake.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexTest {

  // printf abc | sha256sum
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void namesEveryFile() {
    assertEquals(
        """
        {
          "generator": "strake",
          "version": 1,
          "cluster": "prod",
          "files": [
            {"path": "a.sh", "sha256": "%s", "mode": "0755", "phase": "nodes", "source": {"file": "cluster.yaml", "line": 2}},
            {"path": "b/c.yaml", "sha256": "%s", "mode": "0644", "phase": "nodes", "source": {"file": "cluster.yaml", "line": 2}}
          ]
        }
        """
            .formatted(ABC, ABC),
        Index.of(Bundles.of("b/c.yaml", "abc", "a.sh", "abc")).toJson());
  }

  @Test
  void readsItselfBack() {
    IndexEntry hostile =
        new IndexEntry(
            ArtifactPath.of("a b", "%2e"),
            ABC,
            FileMode.REGULAR,
            "nodes",
            "we\"ird\\\n\u0000\u0085\u2028\u202e\uFEFFé😀.yaml",
            7);
    Index index = new Index("prod", List.of(), List.of(hostile));
    assertEquals(Optional.of(index), read(index.toJson()));
    Index empty = new Index("prod", List.of(), List.of());
    assertEquals(Optional.of(empty), read(empty.toJson()));
  }

  @Test
  void anythingElseIsNoIndex() {
    String good = Index.of(Bundles.of("a", "abc")).toJson();
    assertEquals(Optional.empty(), read(""));
    assertEquals(Optional.empty(), read("{}"));
    assertEquals(Optional.empty(), read("[]"));
    assertEquals(Optional.empty(), read(good.replace("\"strake\"", "\"other\"")));
    assertEquals(Optional.empty(), read(good.replace("\"version\": 1", "\"version\": 2")));
    assertEquals(Optional.empty(), read(good.replace("\"path\": \"a\"", "\"path\": \"../a\"")));
    assertEquals(Optional.empty(), read(good.replace("\"path\": \"a\"", "\"path\": \"/a\"")));
    assertEquals(Optional.empty(), read(good.replace(ABC, "ba78")));
    assertEquals(Optional.empty(), read(good.replace("0644", "4755")));
    for (int end = 0; end < good.length() - 3; end++) {
      assertEquals(Optional.empty(), read(good.substring(0, end)));
    }
  }

  private static Optional<Index> read(String text) {
    return Index.read(SourceFile.of(Index.FILE_NAME, text));
  }
}
