package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pull request from a stranger: clear findings, bounded time, nothing outside the output. */
class HostileInputTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  /** Each with the character behind it. */
  private static final List<String> NAMES =
      List.of(
          "name: ha-production\n",
          "env: production\n",
          "host: 192.168.1.200\n",
          "serviceDomain: cluster.local\n",
          "interface: eth0\n",
          "name: lb-1,",
          "dataDir: /var/lib/etcd\n",
          "certSANs: [api.ha-production.example.net]\n",
          "name: control-plane\n",
          "name: cp-1,",
          "failureDomain: rack-1}",
          "workload: general\n",
          "name: shop\n");

  @TempDir private Path root;
  private Path cluster;
  private Path output;

  @BeforeEach
  void folders() throws IOException {
    cluster = Files.createDirectories(root.resolve("repo"));
    output = root.resolve("out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a'b\"",
        "'a\"b'",
        "\"$(touch pwned)\"",
        "\"`touch pwned`\"",
        "\"a\\nb\"",
        "\"a\\u0000b\"",
        "..",
        "../../etc",
        "\"a/b\"",
        "\"a b\"",
        "\"\\e[31mred\"",
        "\"-rf\"",
        "\"a;b\""
      })
  void namesThatAreNoNamesAreRefusedWhereverTheyStand(String name) throws IOException {
    String valid = ExampleCluster.text();
    for (String place : NAMES) {
      assertTrue(valid.contains(place), place);
      String field = place.substring(0, place.indexOf(':') + 2);
      String end = place.substring(place.length() - 1);
      String value = field.startsWith("certSANs") ? "[" + name + "]" : name;
      writeCluster(valid.replace(place, field + value + end));
      CommandRun run = compile();
      assertEquals(ExitCode.FINDINGS, run.exitCode(), () -> place + run.out() + run.err());
      assertTrue(run.out().contains("spec/invalid-value"), run.out());
      assertFalse(run.out().contains("\u001b"), "an escape sequence reached the terminal");
      assertFalse(Files.exists(output), "something was written");
    }
    assertNothingElse();
  }

  @Test
  void aliasBomb() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s, %s, %s, %s, %s]\n".formatted(i, i, alias, alias, alias, alias, alias));
    }
    writeCluster(bomb.toString());
    assertFinding("yaml/alias-expansion");
  }

  @Test
  void tenMegabyteScalar() throws IOException {
    writeCluster(ExampleCluster.text().replace("name: cp-1", "name: " + "a".repeat(10_000_000)));
    CommandRun run = assertFinding("spec/invalid-value");
    assertTrue(run.out().length() < 20_000, "the report repeats the whole scalar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void deepNesting(String opening) throws IOException {
    // Without the comment, a file that begins with a brace is JSON.
    writeCluster("#\n" + opening.repeat(200_000));
    assertFinding("yaml/too-deep");
  }

  @Test
  void linkOutOfTheTree() throws IOException {
    Files.createSymbolicLink(cluster.resolve("cluster.yaml"), Path.of("/etc/passwd"));
    CommandRun run = assertFinding("yaml/unreadable-file");
    assertFalse(run.out().contains("root:"), "the report shows the file behind the link");
  }

  @Test
  void notUtf8() throws IOException {
    Files.write(
        cluster.resolve("cluster.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe});
    assertFinding("yaml/encoding");
  }

  @Test
  void controlCharacters() throws IOException {
    writeCluster("a: \u0001\u0002");
    assertFinding("yaml/syntax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing\n", "---\n---\n"})
  void emptyClusterFile(String text) throws IOException {
    writeCluster(text);
    assertFinding("spec/empty");
  }

  private CommandRun assertFinding(String code) throws IOException {
    CommandRun run = assertTimeoutPreemptively(SOON, this::compile);
    assertEquals(ExitCode.FINDINGS, run.exitCode(), run.err());
    assertTrue(run.out().contains("error[" + code + "]"), () -> run.out() + run.err());
    assertFalse(Files.exists(output), "something was written");
    assertNothingElse();
    return run;
  }

  private CommandRun compile() {
    return CommandRun.of("compile", cluster.toString(), "-o", output.toString());
  }

  private void writeCluster(String text) throws IOException {
    Files.writeString(cluster.resolve("cluster.yaml"), text, StandardCharsets.UTF_8);
  }

  private void assertNothingElse() throws IOException {
    try (Stream<Path> below = Files.walk(root)) {
      assertEquals(
          Stream.of(root, cluster, cluster.resolve("cluster.yaml")).toList(),
          below.sorted().toList());
    }
  }
}
