package dev.strake.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.source.SourceContent;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.TreeLimits;
import dev.strake.source.WorkingTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Changes every node of many files, one at a time, and reads the text again: it has to say what the
 * values said before, with this one change made to them by other means.
 */
class EveryNodeChangeTest {

  /** Files of all layouts that people use, and of some that they should not. */
  private static final List<String> FOLDERS =
      List.of(
          "src/test/resources/diagnostics/yaml",
          "src/test/resources/diagnostics/schema",
          "src/test/resources/diagnostics/api",
          "../../policies/reliability",
          "../../policies/metadata",
          "../../examples");

  private static final int MOST_CHARACTERS = 6_000;

  private final List<String> wrong = new ArrayList<>();
  private int made;
  private int refused;

  @Test
  void everyChangeSaysWhatItShould() {
    FOLDERS.stream().flatMap(EveryNodeChangeTest::files).forEach(this::changeAll);

    assertEquals("", String.join("\n", wrong.stream().limit(20).toList()));
    assertTrue(made > 20_000, "changes that were made: " + made);
    assertTrue(refused < made / 4, made + " changes, and refused: " + refused);
  }

  private static Stream<SourceFile> files(String folder) {
    return WorkingTree.open(Path.of(folder), SourceEntry::isManifest, TreeLimits.DEFAULT)
        .orElseThrow()
        .entries()
        .stream()
        .flatMap(
            entry ->
                entry.read() instanceof SourceContent.Readable content
                    ? Stream.of(SourceFile.decode(entry.path(), content.bytes()))
                    : Stream.empty())
        .filter(file -> file.malformedAt().isEmpty() && file.text().length() < MOST_CHARACTERS);
  }

  private void changeAll(SourceFile file) {
    List<Object> mistakes = new ArrayList<>();
    YamlFile read = YamlReader.withDefaultLimits().read(file, mistakes::add);
    // A key that stands twice is behind another, and shows when that goes.
    if (!mistakes.isEmpty()) {
      return;
    }
    for (int i = 0; i < read.documents().size(); i++) {
      if (read.documents().get(i).root() instanceof YamlMapping root) {
        new Document(read, i, root).changeAll(root, NodePath.ROOT);
      }
    }
  }

  /** One document of a file, whose nodes are changed. */
  private final class Document {

    private final YamlFile file;
    private final int index;
    private final YamlMapping root;

    Document(YamlFile file, int index, YamlMapping root) {
      this.file = file;
      this.index = index;
      this.root = root;
    }

    void changeAll(YamlNode node, NodePath path) {
      if (node instanceof YamlMapping mapping) {
        NewScalar added = NewScalar.ofString("no, thanks");
        check(
            NodeChanges.set(root, path, List.of("x.new/key", "in"), added),
            tree -> {
              Map<String, @Nullable Object> inner = new LinkedHashMap<>();
              inner.put("in", "no, thanks");
              map(tree, path).put("x.new/key", inner);
            });
        for (YamlEntry entry : mapping.entries()) {
          NodePath below = path.key(entry.name());
          check(NodeChanges.remove(root, below), tree -> map(tree, path).remove(entry.name()));
          changeAll(entry.value(), below);
        }
      } else if (node instanceof YamlSequence list) {
        for (int i = 0; i < list.items().size(); i++) {
          int position = i;
          check(NodeChanges.remove(root, path.index(i)), tree -> list(tree, path).remove(position));
          changeAll(list.items().get(i), path.index(i));
        }
      } else {
        check(
            NodeChanges.set(root, path, List.of(), NewScalar.ofString("0x1F: 'a'")),
            tree -> put(tree, path, "0x1F: 'a'"));
      }
    }

    private void check(TextChange change, Consumer<Object> byOtherMeans) {
      if (change instanceof TextChange.Refused) {
        refused++;
        return;
      }
      made++;
      String text = NodeChangesTest.edited(file.file().text(), change);
      List<@Nullable Object> expected = new ArrayList<>();
      file.documents().forEach(document -> expected.add(YamlTree.of(document.root())));
      byOtherMeans.accept(expected.get(index));
      if (expected.get(index) instanceof Map<?, ?> map && map.isEmpty()) {
        return;
      }
      YamlFile again =
          YamlReader.withDefaultLimits()
              .read(SourceFile.of(file.file().path(), text), mistake -> {});
      List<@Nullable Object> actual = new ArrayList<>();
      again.documents().forEach(document -> actual.add(YamlTree.of(document.root())));
      if (!expected.equals(actual)) {
        wrong.add(change + " of " + file.file() + " gives\n" + text);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(Object tree, NodePath path) {
    return (Map<String, @Nullable Object>) at(tree, path);
  }

  @SuppressWarnings("unchecked")
  private static List<@Nullable Object> list(Object tree, NodePath path) {
    return (List<@Nullable Object>) at(tree, path);
  }

  private static void put(Object tree, NodePath path, String value) {
    NodePath parent = path.parent();
    if (path.lastKey().isPresent()) {
      map(tree, parent).put(path.lastKey().get(), value);
    } else {
      list(tree, parent).set(position(path), value);
    }
  }

  private static Object at(Object tree, NodePath path) {
    Object node = tree;
    for (NodePath step : path.steps()) {
      node =
          step.lastKey().isPresent()
              ? ((Map<?, ?>) node).get(step.lastKey().get())
              : ((List<?>) node).get(position(step));
    }
    return node;
  }

  private static int position(NodePath item) {
    String pointer = item.pointer();
    return Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
  }
}
