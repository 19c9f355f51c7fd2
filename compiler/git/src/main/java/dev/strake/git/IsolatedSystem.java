package dev.strake.git;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * The machine as JGit may see it: without the configuration of its user, its administrator and
 * JGit's own, and without Git's environment variables. What a repository holds is all that counts.
 */
final class IsolatedSystem extends SystemReader.Delegate {

  private static final String GIT_VARIABLE = "GIT_";

  private IsolatedSystem(SystemReader machine) {
    super(machine);
  }

  /** Once for the whole JVM: JGit has one reader of the system. */
  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof IsolatedSystem)) {
      SystemReader.setInstance(new IsolatedSystem(SystemReader.getInstance()));
    }
  }

  @Override
  public @Nullable String getenv(String variable) {
    return variable.startsWith(GIT_VARIABLE) ? null : super.getenv(variable);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  /** A configuration of nothing, which is never written. */
  private static final class NoConfig extends FileBasedConfig {

    /** What JGit would measure by writing files into the repository if nobody told it. */
    private static final String FILE_SYSTEM = "filesystem";

    /** FAT's, the coarsest there is. */
    private static final Duration RESOLUTION = Duration.ofSeconds(2);

    @SuppressWarnings("NullAway") // JGit's own way to have no file.
    NoConfig(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long byDefault, TimeUnit unit) {
      return section.equals(FILE_SYSTEM)
          ? unit.convert(RESOLUTION)
          : super.getTimeUnit(section, subsection, name, byDefault, unit);
    }

    @Override
    public void load() {
      // There is nothing to load.
    }

    @Override
    public void save() {
      // What JGit found out about the machine is forgotten with the process.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
