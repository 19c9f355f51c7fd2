package dev.strake.api;

import java.util.List;

/**
 * Volumes whose files come from other objects.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateSecretVolumeSource,
 *     validateConfigMapVolumeSource, validateDownwardAPIVolumeSource and validateProjectionSources
 *     in validation.go</a>
 */
final class FileVolumes {

  /** The server drops clusterTrustBundle and podCertificate, which are off by default. */
  private static final List<String> PROJECTED =
      List.of("secret", "configMap", "downwardAPI", "serviceAccountToken");

  private static final long SHORTEST_TOKEN_SECONDS = 600;
  private static final long LONGEST_TOKEN_SECONDS = 1L << 32;

  private FileVolumes() {}

  /** A secret or a config map. */
  static void keys(Cursor source, String nameField) {
    Check.required(source, nameField);
    Check.fileMode(source.field("defaultMode"));
    source.field("items").items().forEach(FileVolumes::keyToPath);
  }

  /** validateKeyToPath. */
  private static void keyToPath(Cursor item) {
    Check.required(item, "key", "path");
    Paths.notReserved(item.field("path"));
    Check.fileMode(item.field("mode"));
  }

  static void downwardApi(Cursor source) {
    Check.fileMode(source.field("defaultMode"));
    source.field("items").items().forEach(FileVolumes::downwardFile);
  }

  /** validateDownwardAPIVolumeFile. */
  private static void downwardFile(Cursor file) {
    Check.required(file, "path");
    Paths.notReserved(file.field("path"));
    Check.fileMode(file.field("mode"));
    Sources.checkExactlyOne(file, List.of("fieldRef", "resourceFieldRef"));
    DownwardApi.checkField(file.field("fieldRef"), DownwardApi.VOLUME_FIELDS);
    DownwardApi.checkResource(file.field("resourceFieldRef"), true);
  }

  static void projected(Cursor volume) {
    Check.fileMode(volume.field("defaultMode"));
    Seen paths = new Seen();
    for (Cursor source : volume.field("sources").items()) {
      Sources.checkAtMostOne(source, PROJECTED);
      for (String name : List.of("secret", "configMap")) {
        projectedKeys(source.field(name), paths);
      }
      for (Cursor file : source.field("downwardAPI", "items").items()) {
        downwardFile(file);
        addPath(file.field("path"), paths);
      }
      token(source.field("serviceAccountToken"));
    }
  }

  private static void projectedKeys(Cursor source, Seen paths) {
    if (source.isMapping()) {
      Check.required(source, "name");
      for (Cursor item : source.field("items").items()) {
        keyToPath(item);
        addPath(item.field("path"), paths);
      }
    }
  }

  private static void addPath(Cursor path, Seen paths) {
    paths.add(path, path.text(), "the file " + path.text());
  }

  private static void token(Cursor source) {
    if (source.isMapping()) {
      Check.range(source.field("expirationSeconds"), SHORTEST_TOKEN_SECONDS, LONGEST_TOKEN_SECONDS);
      Check.required(source, "path");
      Paths.notReserved(source.field("path"));
    }
  }
}
