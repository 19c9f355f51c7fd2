package dev.strake.check.storage;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Storage.StorageClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A provisioner that was part of Kubernetes and is not any more. For some, Kubernetes asks a CSI
 * driver instead, if one is installed; for others nobody makes the volume, and claims wait.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/volumes/#migrating-to-csi-drivers-from-in-tree-plugins">Kubernetes:
 *     migrating to CSI drivers from in-tree plugins</a>
 */
final class InTreeProvisioner implements SpecCheck {

  static final Code IN_TREE_PROVISIONER = Code.warning("spec/in-tree-provisioner");

  private static final String TABLE = "in-tree-provisioners.tsv";

  /** The CSI driver, or the empty text, by the provisioner's name. */
  static final Map<String, String> DRIVERS = read();

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (StorageClass storage : cluster.spec().spec().storage().classes()) {
      String provisioner = storage.provisioner().toString();
      String driver = DRIVERS.get(provisioner);
      if (driver != null) {
        sink.report(
            cluster
                .origins()
                .of(storage, StorageClass::provisioner)
                .finding(
                    IN_TREE_PROVISIONER,
                    "Kubernetes has no provisioner %s of its own any more".formatted(provisioner))
                .withHelp(
                    driver.isEmpty()
                        ? "install the CSI driver of your storage, and write its name"
                        : "install its CSI driver, and write " + driver));
      }
    }
  }

  /**
   * @throws IllegalArgumentException if a line of the table is none, or is there twice
   */
  static Map<String, String> parse(Stream<String> lines) {
    Map<String, String> drivers = new TreeMap<>();
    lines
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              String[] row = line.split("\t", -1);
              if (row.length != 2 || drivers.put(row[0], row[1]) != null) {
                throw new IllegalArgumentException(line);
              }
            });
    return Collections.unmodifiableMap(drivers);
  }

  private static Map<String, String> read() {
    try (InputStream in = InTreeProvisioner.class.getResourceAsStream(TABLE)) {
      byte[] bytes = Objects.requireNonNull(in, TABLE).readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8).lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
