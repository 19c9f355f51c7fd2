package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.health.Health;
import dev.strake.sync.health.HealthStatus;
import dev.strake.sync.health.wait.HealthWait;
import dev.strake.sync.health.wait.WaitLimits;
import dev.strake.sync.object.ObjectIdentity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wait on a terminal, and in a log. */
final class TerminalScreenTest {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final ObjectIdentity WEB = new ObjectIdentity("apps", "Deployment", "shop", "web");
  private static final ObjectIdentity DB = new ObjectIdentity("apps", "StatefulSet", "shop", "db");

  private final StringWriter text = new StringWriter();
  private final PrintWriter writer = new PrintWriter(text, true);

  /** What a terminal shows after all that was written: it goes up, erases, and prints lines. */
  private static List<String> shown(String written) {
    List<String> lines = new ArrayList<>();
    String rest = written;
    while (!rest.isEmpty()) {
      var back = Pattern.compile("^\u001b\\[(\\d+)A\r\u001b\\[J").matcher(rest);
      if (back.find()) {
        int up = Integer.parseInt(back.group(1));
        assertTrue(up <= lines.size(), "it goes up over what it has not written");
        lines.subList(lines.size() - up, lines.size()).clear();
        rest = rest.substring(back.end());
      } else {
        int end = rest.indexOf('\n');
        String line = rest.substring(0, end);
        assertEquals(-1, line.indexOf('\u001b'), line);
        lines.add(line);
        rest = rest.substring(end + 1);
      }
    }
    return lines;
  }

  private SyncLog log(String size) {
    return new SyncLog(writer, TerminalScreen.of(writer, size));
  }

  private static HealthWait wait(Health web, Health db, Instant now) {
    return HealthWait.start(List.of(WEB, DB), WaitLimits.DEFAULT, START)
        .observe(Map.of(WEB, web, DB, db), now);
  }

  @Test
  void aScreenIsPaintedOverAndGoesAwayAtTheEnd() {
    SyncLog log = log("60x10");
    HealthWait first =
        wait(
            new Health(HealthStatus.IN_PROGRESS, "LessReady", "1 of 3 replicas are ready"),
            new Health(HealthStatus.FAILED, "CrashLoop", "crashes again and again"),
            START.plusSeconds(1));
    log.observed(first, first, START.plusSeconds(1));
    List<String> painted = shown(text.toString());
    assertEquals(3, painted.size(), text.toString());
    assertTrue(painted.get(0).startsWith("0 of 2 are current, 1 InProgress, 1 Failed"));
    assertTrue(
        painted.get(1).startsWith("  0 s  StatefulSet shop/db: Failed: crashes"), painted.get(1));
    assertTrue(painted.get(2).contains("Deployment"), painted.get(2));

    HealthWait second =
        first.observe(
            Map.of(DB, new Health(HealthStatus.CURRENT, "", "it is there")), START.plusSeconds(9));
    log.observed(first, second, START.plusSeconds(9));
    List<String> lines = shown(text.toString());
    assertEquals(2, lines.size(), text.toString());
    assertTrue(
        lines.get(0).startsWith("1 of 2 are current, 1 InProgress, after 9 s"), lines.get(0));
    assertTrue(lines.get(1).startsWith("  8 s  Deployment shop/web"), lines.get(1));

    HealthWait done =
        second.observe(
            Map.of(WEB, new Health(HealthStatus.CURRENT, "", "ready")), START.plusSeconds(10));
    log.observed(second, done, START.plusSeconds(10));
    assertEquals(List.of(), shown(text.toString()), "what came of it is for the report to say");
  }

  @Test
  void noLineIsWiderThanTheTerminalAndNoScreenHigher() {
    List<ObjectIdentity> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(new ObjectIdentity("", "ConfigMap", "a-rather-long-namespace", "n" + i));
    }
    HealthWait wait = HealthWait.start(many, WaitLimits.DEFAULT, START);
    log("40x8").observed(wait, wait, START);
    List<String> lines = shown(text.toString());
    assertEquals(7, lines.size(), "the cursor stands on the eighth");
    assertTrue(lines.stream().allMatch(line -> line.length() < 40), lines.toString());
    assertTrue(lines.get(6).contains("and 45 more"), lines.get(6));
  }

  @Test
  void aTerminalThatIsNoneGetsLinesAndNoEscapes() {
    HealthWait before = HealthWait.start(List.of(WEB), WaitLimits.DEFAULT, START);
    HealthWait after =
        before.observe(
            Map.of(WEB, new Health(HealthStatus.FAILED, "Bad", "it says \u001b[31mred\u0007")),
            START.plusSeconds(3));
    log("").observed(before, after, START.plusSeconds(3));
    assertEquals(
        "strake: [3 s] Deployment shop/web: Failed: it says [31mred\n",
        text.toString().replace("\u001b", "ESCAPE").replace("  ", " "));
    assertFalse(text.toString().contains("\u001b"));
  }

  @Test
  void whatAClusterSaysIsNoCommandToTheTerminal() {
    HealthWait wait =
        wait(
            new Health(HealthStatus.FAILED, "Bad", "\u001b[2J\u001b]0;owned\u0007"),
            new Health(HealthStatus.IN_PROGRESS, "a", "\u009b31m"),
            START);
    log("80x24").observed(wait, wait, START);
    shown(text.toString());
    assertFalse(text.toString().contains("\u009b"));
    assertFalse(text.toString().contains("m\u001b"), "no colours, so that NO_COLOR is kept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x0", "80", "80x", "19x24", "80x3", "99999x24", "-1x-1", "axb"})
  void whatIsNoTerminalThatCanBePaintedOnHasNoScreen(String size) {
    assertEquals(Optional.empty(), TerminalScreen.of(writer, size));
  }
}
