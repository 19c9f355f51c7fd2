package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Entries as lines of words, the same for the same entries:
 *
 * <pre>
 * c COMMIT                   each commit once, sorted; entries name them by number from 0
 * k NAMESPACE KIND GROUP     what the objects below have in common
 * o NAME UID DIGEST COMMIT
 * </pre>
 */
final class EntriesText {

  private EntriesText() {}

  /**
   * @param entries in the order of their identities
   */
  static String write(Collection<InventoryEntry> entries) {
    StringBuilder out = new StringBuilder(entries.size() * 150);
    Map<String, Integer> commits = new HashMap<>();
    for (String commit : commits(entries)) {
      commits.put(commit, commits.size());
      line(out, "c", Word.write(commit));
    }
    String heading = "";
    for (InventoryEntry entry : entries) {
      String next = heading(entry.identity());
      if (!next.equals(heading)) {
        heading = next;
        line(out, "k", heading);
      }
      String commit = String.valueOf(commits.get(entry.commit()));
      line(out, "o", words(entry.identity().name(), entry.uid(), entry.digest()) + " " + commit);
    }
    return out.toString();
  }

  private static SortedSet<String> commits(Collection<InventoryEntry> entries) {
    SortedSet<String> commits = new TreeSet<>();
    entries.forEach(entry -> commits.add(entry.commit()));
    return commits;
  }

  private static String heading(ObjectIdentity identity) {
    return words(identity.namespace(), identity.kind(), identity.group());
  }

  private static String words(String first, String second, String third) {
    return Word.write(first) + " " + Word.write(second) + " " + Word.write(third);
  }

  private static void line(StringBuilder out, String mark, String rest) {
    out.append(mark).append(' ').append(rest).append('\n');
  }

  static List<InventoryEntry> read(String text) throws MalformedInventory {
    Reading reading = new Reading();
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty()) {
        reading.line(line.split(" ", -1));
      }
    }
    return reading.entries;
  }

  private static final class Reading {
    private final List<String> commits = new ArrayList<>();
    private final List<InventoryEntry> entries = new ArrayList<>();
    private String namespace = "";
    private String kind = "";
    private String group = "";

    void line(String[] words) throws MalformedInventory {
      String shape = words[0] + words.length;
      switch (shape) {
        case "c2" -> commits.add(Word.read(words[1]));
        case "k4" -> {
          namespace = Word.read(words[1]);
          kind = Word.read(words[2]);
          group = Word.read(words[3]);
        }
        case "o5" -> entries.add(entry(words));
        default -> throw new MalformedInventory("no line begins with " + words[0] + " like this");
      }
    }

    private InventoryEntry entry(String[] words) throws MalformedInventory {
      String name = Word.read(words[1]);
      if (kind.isEmpty() || name.isEmpty()) {
        throw new MalformedInventory("an object has no kind or no name");
      }
      return new InventoryEntry(
          new ObjectIdentity(group, kind, namespace, name),
          Word.read(words[2]),
          Word.read(words[3]),
          commit(words[4]));
    }

    private String commit(String number) throws MalformedInventory {
      if (!number.matches("\\d{1,6}") || Integer.parseInt(number) >= commits.size()) {
        throw new MalformedInventory("there is no commit " + number);
      }
      return commits.get(Integer.parseInt(number));
    }
  }
}
