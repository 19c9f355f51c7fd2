package dev.strake.benchmarks;

import dev.strake.check.all.SpecChecks;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.NamedFiles;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.Resolver;
import dev.strake.source.SourceFile;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.SpecBinder;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A cluster's spec on its way from text to findings, by its number of nodes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SpecBenchmark {

  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);

  /** Of the whole cluster; three of them are control planes. */
  @Param({"10", "100", "1000", "10000"})
  private int nodes = 10;

  private YamlDocument document = read("kind: none");
  private Bound<Cluster> bound = bind(new LargeSpec(10).text());
  private ResolvedCluster resolved = resolve(bound);

  @Setup
  public void prepare() {
    String text = new LargeSpec(nodes).text();
    document = read(text);
    bound = bind(text);
    resolved = resolve(bound);
    for (Diagnostic finding : check()) {
      if (finding.severity() != Severity.INFO) {
        throw new IllegalStateException("the benchmark's spec is wrong: " + finding);
      }
    }
  }

  private static YamlDocument read(String text) {
    List<Diagnostic> findings = new ArrayList<>();
    YamlDocument document =
        YamlReader.withDefaultLimits()
            .read(SourceFile.of("cluster.yaml", text), findings::add)
            .documents()
            .get(0);
    if (!findings.isEmpty()) {
      throw new IllegalStateException(findings.toString());
    }
    return document;
  }

  private static Bound<Cluster> bind(String text) {
    return SpecBinder.bind(read(text)).asOptional().orElseThrow();
  }

  private static ResolvedCluster resolve(Bound<Cluster> cluster) {
    return Resolver.resolve(cluster, new NamedFiles(Map.of()));
  }

  /** Records from a tree of YAML. */
  @Benchmark
  public Object bind() {
    return SpecBinder.bind(document);
  }

  /** Everything decided that the spec leaves open. */
  @Benchmark
  public ResolvedCluster resolve() {
    return resolve(bound);
  }

  /** All checks on one cluster's spec. */
  @Benchmark
  public List<Diagnostic> check() {
    List<Diagnostic> findings = new ArrayList<>();
    SpecChecks.run(resolved, AS_OF, findings::add);
    return findings;
  }

  /** The three together. */
  @Benchmark
  public List<Diagnostic> bindResolveAndCheck() {
    List<Diagnostic> findings = new ArrayList<>();
    ResolvedCluster cluster = resolve(SpecBinder.bind(document).asOptional().orElseThrow());
    SpecChecks.run(cluster, AS_OF, findings::add);
    return findings;
  }
}
