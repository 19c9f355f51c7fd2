package dev.strake.schemas.build;

import dev.strake.schemas.KubernetesPacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The entry point of the build: {@code PackGenerator DATA CLIENTS OUT CLASSES}.
 *
 * <p>DATA holds the tables; CLIENTS holds {@code client-java-api-<version>.jar} for each row of
 * clients.tsv, and in {@code lib} what their classes need to be loaded. Each client is loaded in
 * isolation from the others. If every pack in OUT is newer than all of these and than this program
 * in CLASSES, nothing is done.
 */
final class PackGenerator {

  private PackGenerator() {}

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    Path clients = Path.of(args[1]);
    Path out = Path.of(args[2]);
    if (isUpToDate(List.of(data, clients, Path.of(args[3])), out)) {
      return;
    }
    FieldFacts facts = FieldFacts.read(data);
    Table kinds = Table.read(data.resolve("kinds.tsv"));
    Files.createDirectories(out);
    for (List<String> row : Table.read(data.resolve("clients.tsv")).rows()) {
      Path client = clients.resolve("client-java-api-" + row.get(1) + ".jar");
      byte[] pack = pack(row.get(0), client, clients.resolve("lib"), kinds, facts);
      Files.write(out.resolve(name(row.get(0))), pack);
    }
    if (!facts.unused().isEmpty()) {
      throw new IllegalStateException("facts about fields that do not exist: " + facts.unused());
    }
  }

  private static String name(String version) {
    return "kubernetes-" + version + ".pack";
  }

  private static byte[] pack(
      String kubernetes, Path client, Path libraries, Table table, FieldFacts facts)
      throws IOException {
    try (JarFile jar = new JarFile(client.toFile());
        URLClassLoader loader = loader(client, libraries)) {
      ClientModels models = ClientModels.open(loader, jar, facts, kubernetes, table);
      List<Kind> kinds = models.kinds();
      List<String> roots = new ArrayList<>();
      for (Kind kind : kinds) {
        roots.add(kind.model());
        if (models.has(kind.model() + "List")) {
          roots.add(kind.model() + "List");
        }
      }
      return PackWriter.write(kinds, models.definitions(roots));
    }
  }

  private static URLClassLoader loader(Path client, Path libraries) throws IOException {
    List<URL> jars = new ArrayList<>();
    jars.add(url(client));
    for (Path library : children(libraries)) {
      jars.add(url(library));
    }
    return new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }

  private static boolean isUpToDate(List<Path> inputs, Path out) throws IOException {
    FileTime newest = FileTime.fromMillis(0);
    for (Path input : inputs) {
      for (Path file : children(input)) {
        newest = later(newest, Files.getLastModifiedTime(file));
      }
    }
    for (String version : KubernetesPacks.versions()) {
      Path pack = out.resolve(name(version));
      if (!Files.exists(pack) || Files.getLastModifiedTime(pack).compareTo(newest) < 0) {
        return false;
      }
    }
    return true;
  }

  private static FileTime later(FileTime a, FileTime b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
