package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.fixtures.GoldenTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs give the same bytes wherever, and whenever, the program runs. */
@Tag("slow")
class DeterminismTest {

  private static final long SECONDS = 120;
  private static final List<String> REPORTS =
      List.of("report.sarif", "report.xml", "report.json", "gitlab=quality.json", "github=lines");

  @TempDir private Path root;

  @Test
  void noLocaleTimeZoneEncodingOrFolderShows() throws IOException, InterruptedException {
    Repository repository =
        new Repository(root.resolve("repository"))
            .withCluster("east/cluster.yaml", "east")
            .withCluster("west/cluster.yaml", "west")
            .with("west/apps/web.yaml", Repository.UNLIMITED.replace("web", "title-i"))
            .with(
                "west/apps/shop.yaml", "apiVersion: x/v1\nkind: \u00c4pfel\nmetadata: {name: i}\n")
            .with("west/apps/broken.yaml", "\u00fc: \u0130 \ud83d\udea2 ]\nb: ]\n");

    Path here =
        run(
            repository,
            "here",
            "C.UTF-8",
            List.of("-Duser.language=en", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8"));
    // Turkish has two more i's, Hindi other digits, and Kiritimati is a day ahead.
    Path there =
        run(
            repository,
            "there/deep",
            "C",
            List.of(
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.extensions=u-nu-deva-ca-buddhist",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Dfile.encoding=ISO-8859-1",
                "-Dline.separator=\r\n"));

    assertTrue(Files.readString(here.resolve("stdout")).contains("\u00c4pfel"), "findings there");
    assertEquals(
        Files.readString(here.resolve("stdout")), Files.readString(there.resolve("stdout")));
    for (String report : REPORTS) {
      String file = report.replaceFirst(".*=", "");
      assertEquals(
          Files.readString(here.resolve(file)), Files.readString(there.resolve(file)), report);
    }
    var trees =
        List.of(GoldenTree.read(here.resolve("out")), GoldenTree.read(there.resolve("out")));
    assertTrue(trees.get(0).containsKey("west/index.json"), () -> trees.get(0).keySet().toString());
    assertEquals(trees.get(0).keySet(), trees.get(1).keySet());
    trees.get(0).forEach((name, bytes) -> assertArrayEquals(bytes, trees.get(1).get(name), name));
  }

  /** Compiles in a JVM of its own, with its working directory where the output goes. */
  private Path run(Repository repository, String name, String locale, List<String> options)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(root.resolve(name));
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(List.of("compile", folder.relativize(repository.folder()).toString()));
    line.addAll(List.of("-o", "out", "--fail-on=never", "--as-of=2026-01-01"));
    REPORTS.forEach(report -> line.add("--output=" + report));
    ProcessBuilder program =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(folder.resolve("stderr").toFile());
    program.environment().put("LC_ALL", locale);
    Process process = program.start();
    assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "still running");
    assertEquals(ExitCode.CLEAN, process.exitValue(), Files.readString(folder.resolve("stderr")));
    return folder;
  }
}
