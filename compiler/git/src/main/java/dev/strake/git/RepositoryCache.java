package dev.strake.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;
import org.jspecify.annotations.Nullable;

/**
 * Bare copies of remote repositories. They are caches and nothing else: one that is damaged, or has
 * grown old, is fetched anew, and the folder may be lost at any time.
 *
 * <p>Neither hooks nor filters run, no configuration but the cache's own counts, submodules are not
 * followed, and a redirect to somewhere else is an error. Several threads may fetch at once; those
 * of one repository take turns.
 */
public final class RepositoryCache {

  /** Each fetch adds a pack; from here on a new copy is smaller and faster. */
  private static final int MOST_PACKS = 64;

  private final Path root;
  private final FetchLimits limits;
  private final LongSupplier nanos;
  private final Map<RemoteAddress, Object> turns = new ConcurrentHashMap<>();
  private final Map<String, ObjectId> checked = new ConcurrentHashMap<>();

  /**
   * @param root a folder of this cache's own; made if it is not there
   */
  public RepositoryCache(Path root, FetchLimits limits) {
    this(root, limits, System::nanoTime);
  }

  RepositoryCache(Path root, FetchLimits limits, LongSupplier nanos) {
    IsolatedSystem.install();
    this.root = root;
    this.limits = limits;
    this.nanos = nanos;
  }

  /** Brings the cache up to date. What goes wrong is said, never thrown. */
  public Fetch fetch(FetchRequest request) {
    synchronized (turns.computeIfAbsent(request.address(), address -> new Object())) {
      FetchBudget budget = new FetchBudget(limits, nanos);
      CacheFolder folder = new CacheFolder(root, request.address());
      try {
        Optional<Path> copy = folder.current();
        if (copy.isPresent() && isUsable(copy.get()) && !isWorn(copy.get())) {
          Optional<Fetch> updated = update(copy.get(), request, budget);
          if (updated.isPresent()) {
            return updated.get();
          }
        }
        return anew(folder, request, budget);
      } catch (IOException | RuntimeException e) {
        return FetchFailure.of(e, budget, List.of());
      }
    }
  }

  /** Empty if the copy is damaged. */
  private Optional<Fetch> update(Path copy, FetchRequest request, FetchBudget budget) {
    try (Repository repository =
        new RepositoryBuilder().setGitDir(copy.toFile()).setBare().build()) {
      return Optional.of(into(repository, copy, request, budget));
    } catch (IOException | RuntimeException e) {
      return FetchFailure.isDamage(e)
          ? Optional.empty()
          : Optional.of(FetchFailure.of(e, budget, List.of()));
    }
  }

  private Fetch anew(CacheFolder folder, FetchRequest request, FetchBudget budget)
      throws IOException {
    Path building = folder.building();
    Fetch fetched;
    try (Repository repository =
        new RepositoryBuilder().setGitDir(building.toFile()).setBare().build()) {
      repository.create(true);
      StoredConfig config = repository.getConfig();
      config.setBoolean("http", null, "followRedirects", false);
      config.setBoolean("gc", null, "autoDetach", false);
      config.setInt("gc", null, "auto", 0);
      config.save();
      fetched = into(repository, building, request, budget);
    } catch (IOException | RuntimeException e) {
      fetched = FetchFailure.of(e, budget, List.of());
    }
    if (!(fetched instanceof Fetch.Done done)) {
      CacheFolder.delete(building);
      return fetched;
    }
    Path copy = folder.finish(building);
    return new Fetch.Done(copy, done.commit(), done.target());
  }

  /**
   * @throws IOException if the copy on disk is not what it should be
   */
  private Fetch into(Repository repository, Path copy, FetchRequest request, FetchBudget budget)
      throws IOException {
    List<String> secrets = List.of();
    try (RemoteAccess access = RemoteAccess.open(repository, request, limits, budget)) {
      secrets = access.secrets();
      GitReference reference = request.reference();
      access
          .transport()
          .fetch(
              NullProgressMonitor.INSTANCE,
              List.of(new RefSpec("+" + reference.remote() + ":" + reference.local())));
    } catch (IOException | RuntimeException e) {
      if (FetchFailure.isDamage(e)) {
        throw e;
      }
      return FetchFailure.of(e, budget, secrets);
    }
    return read(repository, copy, request.reference());
  }

  private Fetch read(Repository repository, Path copy, GitReference reference) throws IOException {
    ObjectId target = target(repository, reference);
    if (target == null) {
      return new Fetch.Failed(Fetch.Cause.NOT_FOUND, "the remote has no " + reference);
    }
    ObjectId commit;
    try (RevWalk walk = new RevWalk(repository)) {
      if (!(walk.peel(walk.parseAny(target)) instanceof RevCommit found)) {
        return new Fetch.Failed(Fetch.Cause.NOT_FOUND, reference + " is no commit");
      }
      commit = found.toObjectId();
    }
    String place = copy + " " + reference;
    if (!commit.equals(checked.get(place))) {
      WholeCommit.check(repository, commit);
      checked.put(place, commit);
    }
    return new Fetch.Done(copy, new Revision(commit.name()), new Revision(target.name()));
  }

  private static @Nullable ObjectId target(Repository repository, GitReference reference)
      throws IOException {
    if (reference.isCommit()) {
      return ObjectId.fromString(reference.remote());
    }
    Ref ref = repository.exactRef(reference.local());
    return ref == null ? null : ref.getObjectId();
  }

  private static boolean isUsable(Path copy) {
    return Files.isRegularFile(copy.resolve("HEAD")) && Files.isDirectory(copy.resolve("objects"));
  }

  private static boolean isWorn(Path copy) throws IOException {
    Path packs = copy.resolve("objects/pack");
    if (!Files.isDirectory(packs)) {
      return false;
    }
    try (Stream<Path> files = Files.list(packs)) {
      return files.filter(file -> file.toString().endsWith(".pack")).count() > MOST_PACKS;
    }
  }
}
