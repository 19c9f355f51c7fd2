package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.policy.Policy;
import dev.strake.spec.SpecSchema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitTest {

  @TempDir private Path root;

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void theStarterPassesItsOwnChecksAndCompiles() throws IOException {
    Path folder = root.resolve("shop");

    CommandRun init = CommandRun.of("init", folder.toString());

    assertEquals(ExitCode.CLEAN, init.exitCode(), init.err());
    assertTrue(init.out().contains("strake validate " + folder + "\n"), init.out());
    assertEquals(
        List.of(
            ".gitignore",
            ".strake/cluster.schema.json",
            "README.md",
            "apps/hello.yaml",
            "cluster.yaml"),
        files(folder));
    for (String profile : Policy.PROFILES) {
      CommandRun validate =
          CommandRun.of("validate", folder.toString(), "--profile", profile, "--fail-on", "info");
      assertEquals(ExitCode.CLEAN, validate.exitCode(), validate.out());
    }
    Path out = root.resolve("out");
    CommandRun compile = CommandRun.of("compile", folder.toString(), "-o", out.toString());
    assertEquals(ExitCode.CLEAN, compile.exitCode(), compile.out());
    assertTrue(Files.exists(out.resolve("shop/nodes/node-1/kubeadm.yaml")));
  }

  @Test
  void editorsFindTheSchema() throws IOException {
    Path folder = root.resolve("shop");
    CommandRun.of("init", folder.toString());

    String first = Files.readAllLines(folder.resolve("cluster.yaml")).get(0);
    assertTrue(first.startsWith("# yaml-language-server: $schema="), first);
    Path schema = folder.resolve(first.substring(first.indexOf('=') + 1));
    assertEquals(SpecSchema.cluster(), Files.readString(schema));
  }

  @Test
  void anOlderSchemaIsReplacedAloneWhenAskedFor() throws IOException {
    Path schema = root.resolve(".strake/cluster.schema.json");
    Files.createDirectories(schema.getParent());
    Files.writeString(schema, "{}");
    Files.writeString(root.resolve("cluster.yaml"), "mine");

    CommandRun init = CommandRun.of("init", "--schema", root.toString());

    assertEquals(ExitCode.CLEAN, init.exitCode(), init.err());
    assertEquals(SpecSchema.cluster(), Files.readString(schema));
    assertEquals("mine", Files.readString(root.resolve("cluster.yaml")));
    assertEquals(List.of(".strake/cluster.schema.json", "cluster.yaml"), files(root));
  }

  @ParameterizedTest
  @CsvSource({
    "Prod_EU.1, prod-eu-1",
    "2026-plan, plan",
    "..., starter",
    "ünï, \"n\"",
    "on, \"on\"",
    "a-very-long-name-that-no-cluster-would-be-called-by-anybody, "
        + "a-very-long-name-that-no-cluster-would-b"
  })
  void theFoldersNameBecomesTheClusters(String folder, String cluster) throws IOException {
    Path target = root.resolve("x" + File.separator + folder);

    CommandRun.of("init", target.toString());

    String text = Files.readString(target.resolve("cluster.yaml"));
    assertTrue(text.contains("\n  name: " + cluster + "\n"), text);
    assertTrue(text.contains("host: api." + cluster.replace("\"", "") + ".example.net\n"), text);
    CommandRun validate = CommandRun.of("validate", target.toString(), "--fail-on", "info");
    assertEquals(ExitCode.CLEAN, validate.exitCode(), validate.out());
  }

  @ParameterizedTest
  @CsvSource({"cluster.yaml", "README.md", ".gitignore", "apps/hello.yaml"})
  void whatIsThereStaysAndNothingComesBesideIt(String present) throws IOException {
    Path file = root.resolve(present);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "mine");

    CommandRun init = CommandRun.of("init", root.toString());

    assertEquals(ExitCode.USAGE, init.exitCode());
    assertTrue(init.err().contains("nothing was written, since " + root + " has " + present));
    assertEquals(List.of(present), files(root));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path elsewhere = root.resolve("elsewhere");
    Path folder = Files.createDirectory(root.resolve("shop"));
    Files.createSymbolicLink(folder.resolve("cluster.yaml"), elsewhere);

    CommandRun init = CommandRun.of("init", folder.toString());

    assertEquals(ExitCode.USAGE, init.exitCode());
    assertFalse(Files.exists(elsewhere));
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(root.resolve("shop"), "mine");

    CommandRun init = CommandRun.of("init", file.toString());

    assertEquals(ExitCode.USAGE, init.exitCode());
    assertTrue(init.err().contains("cannot be written"), init.err());
    assertEquals("mine", Files.readString(file));
  }
}
