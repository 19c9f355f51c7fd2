package dev.strake;

import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlFile;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlReader;

/**
 * Recognises what SOPS has encrypted: it adds a section of its own name, which holds a code of
 * authentication over all values.
 *
 * @see <a href="https://getsops.io/docs/#message-authentication-code">SOPS: message authentication
 *     code</a>
 */
final class SopsFile {

  private SopsFile() {}

  /** Whether a YAML or JSON file is encrypted; one that is neither is not. */
  static boolean isEncrypted(SourceFile file) {
    YamlFile read = YamlReader.withDefaultLimits().read(file, finding -> {});
    return read.withheld().isEmpty()
        && !read.documents().isEmpty()
        && read.documents().stream()
            .allMatch(
                document ->
                    document.root() instanceof YamlMapping root
                        && root.mapping("sops")
                            .flatMap(sops -> sops.string("mac"))
                            .filter(mac -> mac.startsWith("ENC["))
                            .isPresent());
  }
}
