package dev.strake.generate.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellScriptTest {

  private static String run(String script) throws IOException, InterruptedException {
    Process bash = new ProcessBuilder("bash").redirectErrorStream(true).directory(null).start();
    bash.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
    bash.getOutputStream().close();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    return said;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        "two words",
        "it's",
        "$(touch /tmp/x)",
        "`id`",
        "\"double\" \\ back",
        "line\nfeed\ttab\r",
        "it's\n$HOME \\n",
        "-n",
        "*",
        "~",
        "a=b",
        "{1,2}",
        "!history",
        "#comment",
        "ünï 🚢"
      })
  void bashReadsBackWhatWasQuoted(String text) throws Exception {
    String script =
        ShellScript.that("test")
            .setting("ONE", text)
            .setting("LIST", List.of(text, "other"))
            .command("printf", "%s|", text)
            .toString();

    String said = run(script + "printf '%s|' \"$ONE\" \"${LIST[@]}\"\n");

    assertEquals(text + "|" + text + "|" + text + "|other|", said);
  }

  @Test
  void rowsAreOneListAndArgumentsArePassedOn() throws Exception {
    String script =
        ShellScript.that("test")
            .table("ROWS", List.of(List.of("a", "b c"), List.of("$d", "'")))
            .table("NONE", List.of())
            .command("set", "--", "x y", "z")
            .passArguments("printf")
            .toString();

    assertEquals("x y", run(script));
    assertEquals(
        "a|b c|$d|'|0",
        run(script + "printf '%s|' \"${ROWS[@]}\"; printf '%s' \"${#NONE[@]}\"\n").substring(3));
  }

  @Test
  void aCommentStaysInItsLine() throws Exception {
    assertEquals("", run(ShellScript.that("harmless\necho harm").toString()));
  }

  @Test
  void namesOfSettingsAreNames() {
    ShellScript script = ShellScript.that("test");
    assertThrows(IllegalArgumentException.class, () -> script.setting("A=1;B", "x"));
    assertThrows(IllegalArgumentException.class, () -> ShellWord.quote("a\0b"));
  }
}
