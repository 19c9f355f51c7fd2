package dev.strake.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TableTest {

  private static final String HEADER = "# source\nminor\tday\tcount\n";

  private static Row row(String cells) {
    return Table.parse("t.tsv", HEADER + cells, List.of("minor", "day", "count")).rows().get(0);
  }

  private static void assertStops(String message, Executable reading) {
    assertEquals(message, assertThrows(IllegalStateException.class, reading).getMessage());
  }

  @Test
  void cellsAreRead() {
    Row row = row("1.36\t2027-06-28\t5\n");

    assertEquals(new MinorVersion(1, 36), row.minor("minor"));
    assertEquals("2027-06-28", row.day("day").toString());
    assertEquals(5, row.number("count"));
  }

  @Test
  void aTableHasExactlyItsColumns() {
    assertStops(
        "t.tsv:1: its columns are [minor, count] instead of [minor, day]",
        () -> Table.parse("t.tsv", "minor\tcount\n1.36\t5\n", List.of("minor", "day")));
    assertStops(
        "t.tsv:1: 1 cells instead of 2",
        () -> Table.parse("t.tsv", "minor\n1.36\t5\n", List.of("minor", "day")));
    assertStops("t.tsv:3: 2 cells instead of 3", () -> row("1.36\t2027-06-28\n"));
    assertStops("t.tsv:3: 4 cells instead of 3", () -> row("1.36\t2027-06-28\t5\t6\n"));
  }

  @Test
  void blanksAndEmptyLinesAreMistakes() {
    String blank = "t.tsv:3: a cell is empty or has blanks around it";
    assertStops(blank, () -> row("1.36\t\t5\n"));
    assertStops(blank, () -> row("1.36\t2027-06-28 \t5\n"));
    assertStops("t.tsv:3: 1 cells instead of 3", () -> row("\n1.36\t2027-06-28\t5\n"));
  }

  @Test
  void aTableHasRows() {
    assertStops(
        "t.tsv has no rows", () -> Table.parse("t.tsv", HEADER, List.of("minor", "day", "count")));
    assertStops("no table missing.tsv", () -> Table.load("missing.tsv", "minor"));
  }

  @Test
  void aCellOfTheWrongKindIsAMistake() {
    assertStops("t.tsv:3: minor is not a minor: 1.036", () -> row("1.036\tx\tx").minor("minor"));
    assertStops("t.tsv:3: day is not a day: 2027-02-29", () -> row("x\t2027-02-29\tx").day("day"));
    assertStops("t.tsv:3: count is not a number: 05", () -> row("x\tx\t05").number("count"));
    assertStops("t.tsv:3: no column days", () -> row("x\tx\t5").text("days"));
    assertStops(
        "t.tsv:3: day is none of [absent, alpha, beta, stable, deprecated, removed]",
        () -> row("x\tga\t5").choice("day", Feature.Stage.class));
    assertStops(
        "t.tsv:3: minor is not a Kubernetes version: its patch is missing",
        () -> row("1.36\tx\tx").release("minor"));
  }
}
