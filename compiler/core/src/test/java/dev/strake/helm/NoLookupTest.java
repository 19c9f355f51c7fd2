package dev.strake.helm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoLookupTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "{{ lookup \"v1\" \"Secret\" \"\" \"x\" }} => {{ omit (dict) \"v1\" \"Secret\" \"\" \"x\" }}",
        "{{- $x := (lookup `v1` \"Secret\" .a .b).data }} => {{- $x := (omit (dict) `v1` \"Secret\" .a .b).data }}",
        "{{if lookup \"a\"}}x{{end}} => {{if omit (dict) \"a\"}}x{{end}}",
        "{{ \"}}\" }}{{lookup}} => {{ \"}}\" }}{{omit (dict)}}",
        "{{ \"\\\"}}\" | lookup }} => {{ \"\\\"}}\" | omit (dict) }}",
        "{{/* lookup }} */}}{{ lookup }} => {{/* lookup }} */}}{{ omit (dict) }}",
        "{{ lookup => {{ omit (dict)",
      })
  void aCallFindsNothing(String template, String expected) {
    assertEquals(expected, NoLookup.withoutLookup(template));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lookup",
        "a: lookup {{ .Values.lookup }} lookup",
        "{{ $lookup }}{{ .lookup.x }}{{ lookups }}{{ mylookup }}",
        "{{ \"lookup\" }}{{ `lookup` }}{{/* lookup */}}",
        "}} lookup {{",
        "",
      })
  void whatIsNoCallStays(String template) {
    assertEquals(template, NoLookup.withoutLookup(template));
  }

  @Test
  void onlyTemplatesAreChangedAndOfThemOnlyTheCalls() {
    byte[] call = "\u00ff{{ lookup }}".getBytes(StandardCharsets.ISO_8859_1);
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("README.md", call);
    files.put("templates/a.yaml", call);
    files.put("charts/b/templates/_b.tpl", call);

    SortedMap<String, byte[]> changed = NoLookup.in(files);

    assertSame(call, changed.get("README.md"));
    byte[] expected = "\u00ff{{ omit (dict) }}".getBytes(StandardCharsets.ISO_8859_1);
    assertArrayEquals(expected, changed.get("templates/a.yaml"));
    assertArrayEquals(expected, changed.get("charts/b/templates/_b.tpl"));
  }
}
