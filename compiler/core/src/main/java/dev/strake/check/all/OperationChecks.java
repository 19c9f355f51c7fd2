package dev.strake.check.all;

import dev.strake.check.DatedCheck;
import dev.strake.check.SpecCheck;
import dev.strake.check.apiserver.ApiServerChecks;
import dev.strake.check.backup.BackupChecks;
import dev.strake.check.bootstrap.BootstrapChecks;
import dev.strake.check.feature.FeatureChecks;
import dev.strake.check.pki.PkiChecks;
import dev.strake.check.upgrade.UpgradeChecks;
import java.util.List;
import java.util.stream.Stream;

/** All checks on how a cluster lives: how nodes join, what it trusts, saves and renews. */
final class OperationChecks {

  private OperationChecks() {}

  static List<SpecCheck> all() {
    return Stream.of(
            PkiChecks.all(),
            BootstrapChecks.all(),
            ApiServerChecks.all(),
            FeatureChecks.all(),
            BackupChecks.all(),
            UpgradeChecks.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Those that ask for the day. */
  static List<DatedCheck> dated() {
    return Stream.of(PkiChecks.dated(), BackupChecks.dated()).flatMap(List::stream).toList();
  }
}
