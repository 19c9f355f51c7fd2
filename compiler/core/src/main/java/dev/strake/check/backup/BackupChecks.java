package dev.strake.check.backup;

import dev.strake.check.DatedCheck;
import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on snapshots and backups. */
public final class BackupChecks {

  private BackupChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new MissingBackup(),
        new ForeignEtcd(),
        new LocalSnapshots(),
        new PlainSnapshots(),
        new UntriedSnapshots());
  }

  /** Those that ask for the day. */
  public static List<DatedCheck> dated() {
    return List.of(new SchedulePace(), new ShortRetention(), new BackupDelay());
  }
}
