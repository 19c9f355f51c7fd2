package dev.strake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.ManifestReader;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Compares the rules with what a real API server said of mutated objects: what both refuse, what
 * only the server refuses, and what only the rules do. A refusal while decoding (status 400) is the
 * structural check's.
 *
 * <p>Arguments: a file of verdicts, one JSON object a line, gzipped; then kinds, or none for all.
 */
final class ApiVerdicts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DECODING_FAILED = 400;

  private ApiVerdicts() {}

  /** One object with the server's verdict. */
  record Verdict(
      String kind, String mutation, String path, boolean accepted, int status, JsonNode object) {

    List<Diagnostic> findings() {
      byte[] text = object.toString().getBytes(StandardCharsets.UTF_8);
      SourceFile file = SourceFile.decode("object.json", text);
      List<Diagnostic> findings = new ArrayList<>();
      for (Manifest manifest :
          ManifestReader.read(
              YamlReader.withDefaultLimits().read(file, findings::add), findings::add)) {
        findings.addAll(ApiRules.check(manifest, ApiContext.ofMinor(36)));
      }
      return findings;
    }
  }

  /** How often the rules and the server agreed about a kind. */
  private static final class Score {
    private int found;
    private int missed;
    private int structural;
    private int accepted;
    private int falselyReported;
  }

  public static void main(String[] args) throws IOException {
    Set<String> kinds = Set.copyOf(Arrays.asList(args).subList(1, args.length));
    Map<String, Score> scores = new TreeMap<>();
    try (Stream<Verdict> verdicts = read(Path.of(args[0]))) {
      verdicts
          .filter(verdict -> kinds.isEmpty() || kinds.contains(verdict.kind))
          .forEach(verdict -> count(verdict, scores, System.out));
    }
    print(scores, System.out);
  }

  static Stream<Verdict> read(Path file) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    return lines.lines().map(ApiVerdicts::verdict);
  }

  private static Verdict verdict(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return new Verdict(
          node.path("kind").asText(),
          node.path("mutation").toString(),
          node.path("mutation").path(1).asText(),
          node.path("accept").asBoolean(),
          node.path("status").asInt(),
          node.path("object"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void count(Verdict verdict, Map<String, Score> scores, PrintStream out) {
    Score score = scores.computeIfAbsent(verdict.kind, kind -> new Score());
    List<Diagnostic> findings = verdict.findings();
    if (verdict.accepted) {
      score.accepted++;
      if (!findings.isEmpty()) {
        score.falselyReported++;
        out.println("FALSE " + verdict.kind + " " + verdict.mutation + " " + findings);
      }
    } else if (!findings.isEmpty()) {
      score.found++;
    } else if (verdict.status == DECODING_FAILED) {
      score.structural++;
    } else {
      score.missed++;
      out.println("MISSED " + verdict.kind + " " + verdict.path + " " + verdict.mutation);
    }
  }

  private static void print(Map<String, Score> scores, PrintStream out) {
    out.printf(
        "%-34s %6s %6s %10s %8s %6s%n",
        "kind", "found", "missed", "structural", "accepted", "false");
    Score all = new Score();
    scores.forEach(
        (kind, score) -> {
          row(kind, score, out);
          all.found += score.found;
          all.missed += score.missed;
          all.structural += score.structural;
          all.accepted += score.accepted;
          all.falselyReported += score.falselyReported;
        });
    row("all", all, out);
  }

  private static void row(String kind, Score score, PrintStream out) {
    out.printf(
        "%-34s %6d %6d %10d %8d %6d%n",
        kind, score.found, score.missed, score.structural, score.accepted, score.falselyReported);
  }
}
