package dev.strake.sync.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostProgramTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void shellcheckHasNothingToSay(HostProgram program) throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/shellcheck")), "there is no shellcheck");
    Path file = Files.write(folder.resolve("program.sh"), program.text());
    Process check =
        new ProcessBuilder(
                "shellcheck",
                "--shell=bash",
                "--enable=all",
                "--exclude=SC2250,SC2310,SC2311,SC2312",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, check.waitFor(), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a;b", "$(a)", "`a`", "a'b", "a\nb", "*", "~", "a&", "é"})
  void noWordMeansMoreToAShell(String word) {
    assertThrows(IllegalArgumentException.class, () -> RemoteCommand.of("cat", word));
  }

  @Test
  void whoIsNotRootBecomesIt() {
    RemoteCommand command = new RemoteCommand(List.of("bash", "-s", "--", "node"));
    assertEquals("bash -s -- node", command.line(true));
    assertEquals("sudo -n -- bash -s -- node", command.line(false));
  }
}
