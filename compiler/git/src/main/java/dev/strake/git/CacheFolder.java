package dev.strake.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the copies of one remote repository lie: numbered folders, of which the highest counts. A
 * new one is built aside and renamed, so that there is never half a copy; the one before it stays,
 * because somebody may be reading it.
 */
final class CacheFolder {

  private static final String BUILDING = "building";
  private static final int NAME_DIGITS = 24;

  private final Path folder;

  CacheFolder(Path root, RemoteAddress address) {
    this.folder = root.resolve(digest(address.toString()));
  }

  private static String digest(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum).substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Optional<Path> current() throws IOException {
    List<Path> copies = copies();
    return copies.isEmpty() ? Optional.empty() : Optional.of(copies.get(copies.size() - 1));
  }

  /** An empty folder for a copy, without what an earlier attempt may have left there. */
  Path building() throws IOException {
    Path building = folder.resolve(BUILDING);
    delete(building);
    return Files.createDirectories(building);
  }

  /** Makes what was built the copy that counts. */
  Path finish(Path building) throws IOException {
    List<Path> before = copies();
    int number = before.isEmpty() ? 1 : number(before.get(before.size() - 1)) + 1;
    Path copy = Files.move(building, folder.resolve(Integer.toString(number)));
    for (int i = 0; i < before.size() - 1; i++) {
      delete(before.get(i));
    }
    return copy;
  }

  private List<Path> copies() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("[1-9][0-9]{0,8}"))
          .sorted(Comparator.comparing(CacheFolder::number))
          .toList();
    }
  }

  private static int number(Path copy) {
    return Integer.parseInt(copy.getFileName().toString());
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(tree)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
