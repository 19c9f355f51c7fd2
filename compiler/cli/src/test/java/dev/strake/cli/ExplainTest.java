package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes of the modules beside core, whose own are tested there. */
final class ExplainTest {

  private static final Pattern CODE =
      Pattern.compile("Code\\.(?:error|warning|info)\\(\"([a-z/-]+)\"\\)");

  @Test
  void everyCodeOfASyncIsExplained() throws IOException {
    Path sources = ExampleCluster.repository().resolve("compiler/sync/src/main/java");
    List<String> codes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher code = CODE.matcher(Files.readString(file));
        while (code.find()) {
          codes.add(code.group(1));
        }
      }
    }
    assertTrue(codes.contains("sync/agent-configuration"), codes.toString());
    for (String code : codes) {
      CommandRun run = CommandRun.of("explain", code);
      assertEquals(0, run.exitCode(), code + ": " + run.err());
      assertTrue(run.out().startsWith("# "), run.out());
    }
  }
}
