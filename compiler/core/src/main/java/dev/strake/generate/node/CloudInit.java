package dev.strake.generate.node;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.Tarball;
import dev.strake.generate.ModelTree;
import dev.strake.generate.node.HostFolder.Entry;
import dev.strake.spec.Key;
import dev.strake.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A host's user-data: puts its folders where a copy of them would be, and runs the same scripts.
 * Holds no secret; the scripts refuse to run until theirs are on the host.
 *
 * @param folder whose file it becomes
 * @param parts the host's folders with their files, in the order in which their scripts run
 * @see <a href="https://docs.cloud-init.io/en/latest/reference/modules.html">cloud-init:
 *     modules</a>
 */
record CloudInit(HostFolder folder, List<Part> parts) {

  /** Up to so many bytes a person reads it; what is larger is packed. */
  private static final int READABLE = 16 * 1024;

  private static final String ARCHIVE = ".tar.gz";

  /** A folder's files, of which nobody but the output itself needs cloud-init.yaml. */
  record Part(String onHost, List<Entry> files) {}

  private record Config(
      @Key("write_files") List<WrittenFile> writeFiles, List<List<String>> runcmd) {}

  private record WrittenFile(
      String path, @Nullable String encoding, String permissions, String content) {}

  static CloudInit of(HostFolder folder, List<Entry> files) {
    return new CloudInit(folder, List.of(new Part(folder.onHost(), files)));
  }

  /** This host's after another's that is the same machine. */
  CloudInit after(CloudInit first) {
    return new CloudInit(folder, Stream.concat(first.parts.stream(), parts.stream()).toList());
  }

  /** Readable where that is small enough, else packed. */
  String text() {
    String readable = written(readable());
    return size(readable) <= READABLE ? readable : written(packed());
  }

  static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String written(Config config) {
    return "#cloud-config\n"
        + "# Written by Strake from the cluster's description; change it there.\n"
        + YamlWriter.write(ModelTree.of(config));
  }

  private Config readable() {
    List<WrittenFile> files = new ArrayList<>();
    List<List<String>> commands = new ArrayList<>();
    for (Part part : parts) {
      for (Entry entry : part.files()) {
        Artifact artifact = entry.artifact();
        String path = part.onHost() + "/" + entry.name();
        files.add(new WrittenFile(path, null, artifact.mode().octal(), artifact.text()));
      }
      commands.add(bootstrap(part));
    }
    return new Config(files, commands);
  }

  private Config packed() {
    List<WrittenFile> files = new ArrayList<>();
    List<List<String>> commands = new ArrayList<>();
    for (Part part : parts) {
      String archive = part.onHost() + ARCHIVE;
      Tarball tarball = new Tarball();
      for (Entry entry : part.files()) {
        Artifact file = entry.artifact();
        tarball.add(entry.name(), file.mode(), file.text().getBytes(StandardCharsets.UTF_8));
      }
      String content = Base64.getEncoder().encodeToString(tarball.compressed());
      files.add(new WrittenFile(archive, "b64", "0600", content));
      commands.add(List.of("mkdir", "-p", part.onHost()));
      commands.add(List.of("tar", "-xzf", archive, "-C", part.onHost(), "--no-same-owner"));
      commands.add(bootstrap(part));
    }
    return new Config(files, commands);
  }

  private static List<String> bootstrap(Part part) {
    return List.of("bash", part.onHost() + "/bootstrap.sh");
  }
}
