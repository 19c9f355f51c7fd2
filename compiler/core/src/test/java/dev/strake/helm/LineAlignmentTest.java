package dev.strake.helm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineAlignmentTest {

  private static final String TEMPLATE =
      """
      {{- if .Values.enabled }}
      metadata:
        name: {{ .Release.Name }}
        labels:
          {{- include "labels" . | nindent 4 }}
      spec:
        ports:
        {{- range .Values.ports }}
        - name: p{{ . }}
          port: {{ . }}
        {{- end }}
        - name: metrics
          port: 9090
      {{- end }}
      """;

  @Test
  void eachLineLeadsToWhatMadeIt() {
    String made =
        """
        metadata:
          name: shop
          labels:
            app: web
        spec:
          ports:
          - name: p80
            port: 80
          - name: metrics
            port: 9090
        """;

    assertAligned(made, 1, 2, 3, 4, 5, 6, 8, 9, 11, 12);
  }

  @Test
  void aLoopMakesManyLinesOfOne() {
    String made =
        """
        spec:
          ports:
          - name: p80
            port: 80
          - name: p81
            port: 81
          - name: p82
            port: 82
          - name: metrics
            port: 9090
        """;

    assertAligned(made, 5, 6, 8, 9, 8, 9, 8, 9, 11, 12);
  }

  @Test
  void whatIsPutInLeadsToTheLineThatPutsItIn() {
    String made =
        """
        metadata:
          name: shop
          labels:
            app: web
            port: http
        spec:
          ports:
          - name: metrics
            port: 9090
        """;

    assertAligned(made, 1, 2, 3, 4, 4, 5, 6, 11, 12);
  }

  @Test
  void whatResemblesNothingHasNoOrigin() {
    List<String> template = List.of("{{- if .x }}", "{{- $y := 1 }}", "a: {{ .b }}", "{{- end }}");
    assertArrayEquals(
        new int[] {-1, -1, -1}, LineAlignment.of(List.of("x: y", "", "z:"), template));
    assertArrayEquals(new int[] {-1}, LineAlignment.of(List.of("a: b"), List.of()));
    assertArrayEquals(new int[0], LineAlignment.of(List.of(), List.of("a: b")));
  }

  @Test
  void textsThatAreTooLongAreLeftAlone() {
    List<String> lines = Collections.nCopies(10_000, "a: b");

    int[] found = LineAlignment.of(lines, lines);

    assertEquals(10_000, found.length);
    assertEquals(-1, found[0]);
  }

  private static void assertAligned(String made, int... expected) {
    assertArrayEquals(expected, LineAlignment.of(made.lines().toList(), TEMPLATE.lines().toList()));
  }
}
