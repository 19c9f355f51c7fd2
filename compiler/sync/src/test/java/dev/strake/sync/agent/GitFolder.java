package dev.strake.sync.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real git in a folder, as nobody in particular. */
final class GitFolder {

  private final Path folder;

  private GitFolder(Path folder) {
    this.folder = folder;
  }

  static GitFolder init(Path folder) throws IOException {
    Files.createDirectories(folder);
    GitFolder git = new GitFolder(folder);
    git.run("init", "--quiet", "--initial-branch=main");
    return git;
  }

  /** Commits a file, and says the commit. */
  String commit(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    run("add", "--all");
    run("commit", "--quiet", "--allow-empty", "--message", "change");
    return run("rev-parse", "HEAD");
  }

  /** Where its files are. */
  Path folder() {
    return folder;
  }

  String url() {
    return "file://" + folder;
  }

  String run(String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + who + "_NAME", "test");
      builder.environment().put("GIT_" + who + "_EMAIL", "test@example.net");
    }
    try {
      Process git = builder.start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + said);
      }
      return said.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
