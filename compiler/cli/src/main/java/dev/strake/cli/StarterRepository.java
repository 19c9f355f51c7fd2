package dev.strake.cli;

import dev.strake.spec.SpecSchema;
import dev.strake.yaml.YamlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A small repository to begin with: a cluster, something that runs on it, and editor support. */
final class StarterRepository {

  /** The name that the files of the starter have, and that the folder's takes the place of. */
  private static final String STARTER = "starter";

  private static final String SCHEMA = ".strake/cluster.schema.json";
  private static final int LONGEST_NAME = 40;

  /** Where each resource goes; Maven leaves out files that are called .gitignore. */
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("cluster.yaml", "cluster.yaml");
    FILES.put("apps/hello.yaml", "apps/hello.yaml");
    FILES.put("README.md", "README.md");
    FILES.put("gitignore", ".gitignore");
  }

  /** Why nothing was written. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private Refused(String reason) {
      super(reason);
    }
  }

  private final Path root;

  private StarterRepository(Path root) {
    this.root = root;
  }

  /**
   * @param root an absolute path; its last name becomes the cluster's
   */
  static StarterRepository in(Path root) {
    return new StarterRepository(root);
  }

  /**
   * Writes all files, or none of them if one is there already.
   *
   * @throws Refused if a file is there, or the folder cannot be written to
   */
  void write() throws Refused {
    Map<String, String> texts = new LinkedHashMap<>();
    FILES.forEach((resource, path) -> texts.put(path, resource(resource)));
    texts.put(SCHEMA, SpecSchema.cluster());
    String present =
        texts.keySet().stream()
            .filter(path -> Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS))
            .collect(Collectors.joining(", "));
    if (!present.isEmpty()) {
      throw new Refused("nothing was written, since %s has %s".formatted(root, present));
    }
    for (var file : texts.entrySet()) {
      String text = file.getKey().equals(SCHEMA) ? file.getValue() : named(file.getValue());
      write(file.getKey(), text, StandardOpenOption.CREATE_NEW);
    }
  }

  /**
   * Writes the schema alone, whole or not at all.
   *
   * @throws Refused if the folder cannot be written to
   */
  void writeSchema() throws Refused {
    String candidate = SCHEMA + ".new";
    write(candidate, SpecSchema.cluster(), StandardOpenOption.CREATE);
    try {
      Files.move(
          root.resolve(candidate), root.resolve(SCHEMA), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Refused("%s cannot be written: %s".formatted(root.resolve(SCHEMA), e));
    }
  }

  private void write(String path, String text, StandardOpenOption how) throws Refused {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, how, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new Refused("%s cannot be written: %s".formatted(file, e));
    }
  }

  private String named(String text) {
    return text.replace(
            "name: " + STARTER + "\n", "name: " + YamlWriter.write(name()).strip() + "\n")
        .replace("api." + STARTER + ".", "api." + name() + ".")
        .replace("The cluster " + STARTER + "\n", "The cluster " + name() + "\n");
  }

  /** The folder's name as a cluster may have it. */
  private String name() {
    Path last = root.getFileName();
    String written = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    String name = written.replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+", "");
    String shortened = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    String label = shortened.replaceAll("-+$", "");
    return label.isEmpty() ? STARTER : label;
  }

  private static String resource(String name) {
    try (InputStream in = StarterRepository.class.getResourceAsStream("starter/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource starter/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
