package dev.strake.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Files on disk. Names are relative to the enclosing Git repository if there is one, else to the
 * folder itself, so that findings read the same from wherever Strake is called.
 *
 * <p>Git is not asked, nor is its configuration read: a folder with a {@code .git} in it is a
 * repository's root. Hidden folders are not entered. Links are followed only to regular files
 * inside the root, and devices, pipes and sockets are never opened.
 */
public final class WorkingTree implements SourceTree {

  private final Path root;
  private final Path start;
  private final Predicate<String> wanted;
  private final TreeLimits limits;
  private @Nullable List<SourceEntry> entries;

  private WorkingTree(Path root, Path start, Predicate<String> wanted, TreeLimits limits) {
    this.root = root;
    this.start = start;
    this.wanted = wanted;
    this.limits = limits;
  }

  /**
   * The manifests below a folder, or one file whatever its name. The path itself may be a link: it
   * comes from the person who runs Strake, not from the repository.
   *
   * @return empty if there is nothing that can be read at the path
   */
  public static Optional<WorkingTree> open(Path path) {
    return open(path, SourceEntry::isManifest, TreeLimits.DEFAULT);
  }

  /**
   * @param wanted which files below a folder are listed, by their path relative to the root
   */
  public static Optional<WorkingTree> open(Path path, Predicate<String> wanted, TreeLimits limits) {
    try {
      Path start = path.toRealPath();
      boolean folder = Files.isDirectory(start);
      if (!Files.isReadable(start) || !(folder || Files.isRegularFile(start))) {
        return Optional.empty();
      }
      Path nearest = folder ? start : Objects.requireNonNull(start.getParent());
      Path root = repositoryAround(nearest).orElse(nearest);
      return Optional.of(new WorkingTree(root, start, folder ? wanted : name -> true, limits));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> repositoryAround(Path folder) {
    for (@Nullable Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /**
   * The same, where some files are not listed: what Strake itself writes or reads is no source.
   *
   * @param files that may be anywhere, and need not be there
   */
  public WorkingTree without(Collection<Path> files) {
    Set<String> names = new HashSet<>();
    for (Path file : files) {
      inPlace(file)
          .filter(path -> path.startsWith(root))
          .ifPresent(path -> names.add(PathNames.relative(root, path)));
    }
    Predicate<String> others = name -> !names.contains(name);
    return new WorkingTree(root, start, wanted.and(others), limits);
  }

  /** Its folder as it really is; the file itself may not be there. */
  private static Optional<Path> inPlace(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    Path name = file.getFileName();
    if (folder == null || name == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.toRealPath().resolve(name));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean covers(String path) {
    String below = startPath();
    return below.isEmpty() || path.equals(below) || path.startsWith(below + "/");
  }

  /** The folder that names are relative to. */
  public Path root() {
    return root;
  }

  /** What was opened, relative to the root with {@code /}; empty if it is the root. */
  public String startPath() {
    return PathNames.relative(root, start);
  }

  /** Lists the folder once; files that come later are not seen. */
  @Override
  public synchronized List<SourceEntry> entries() {
    List<SourceEntry> listed = entries;
    if (listed == null) {
      listed = list();
      entries = listed;
    }
    return listed;
  }

  /** A file that is not below what was opened counts too, so long as it is below the root. */
  @Override
  public Optional<SourceEntry> file(String path) {
    Path file = root.resolve(path);
    if (!file.normalize().equals(file) || !file.startsWith(root)) {
      return Optional.of(SourceEntry.refused(path, "it is not a path inside the repository"));
    }
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    FileOpener opener = new FileOpener(root, root, limits);
    return Optional.of(new SourceEntry(path, () -> opener.readNamed(file)));
  }

  /** A folder that is not below what was opened counts too, so long as it is below the root. */
  @Override
  public List<SourceEntry> files(String folder) {
    Path path = root.resolve(folder);
    boolean inside = path.normalize().equals(path) && path.startsWith(root);
    if (!inside || !isRealFolder(path)) {
      return List.of();
    }
    List<SourceEntry> found = new ArrayList<>(new TreeLister(root, path, n -> true, limits).list());
    found.sort(SourceEntry.ORDER);
    return List.copyOf(found);
  }

  /** Neither the folder nor one that it lies in is a link. */
  private static boolean isRealFolder(Path path) {
    try {
      return Files.isDirectory(path) && path.toRealPath().equals(path);
    } catch (IOException e) {
      return false;
    }
  }

  private List<SourceEntry> list() {
    TreeLister lister = new TreeLister(root, start, wanted, limits);
    List<SourceEntry> found = new ArrayList<>(lister.list());
    found.sort(SourceEntry.ORDER);
    return List.copyOf(found);
  }
}
