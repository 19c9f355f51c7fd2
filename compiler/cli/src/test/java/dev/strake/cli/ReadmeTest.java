package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands that README and pages below docs show, and compares what they print. */
class ReadmeTest {

  private static final Pattern CONSOLE =
      Pattern.compile("```console\\n\\$ \\./strake (?<command>.*)\\n(?<output>(?s).*?)```");
  private static final long SECONDS = 120;

  @TempDir private Path out;

  @TestFactory
  Stream<DynamicTest> commandsPrintWhatIsShown() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    addTests("README.md", 3, tests);
    addTests("docs/admission-policies.md", 1, tests);
    return tests.stream();
  }

  private void addTests(String page, int atLeast, List<DynamicTest> tests) throws IOException {
    int before = tests.size();
    Matcher shown = CONSOLE.matcher(Files.readString(ExampleCluster.repository().resolve(page)));
    while (shown.find()) {
      String command = shown.group("command");
      String output = shown.group("output");
      tests.add(DynamicTest.dynamicTest(command, () -> assertEquals(output, run(command))));
    }
    assertTrue(tests.size() >= before + atLeast, page + " shows fewer commands than it did");
  }

  private String run(String command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(List.of(command.replace("build/out", out.toString()).split(" ")));
    Path printed = out.resolve("printed");
    Process process =
        new ProcessBuilder(line)
            .directory(ExampleCluster.repository().toFile())
            .redirectOutput(printed.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "still running");
    return Files.readString(printed, StandardCharsets.UTF_8);
  }
}
