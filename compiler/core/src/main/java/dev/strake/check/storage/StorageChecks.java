package dev.strake.check.storage;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on storage but those that see the cluster's objects too. */
public final class StorageChecks {

  private StorageChecks() {}

  public static List<SpecCheck> all() {
    return List.of(new InTreeProvisioner(), new LocalVolumes());
  }
}
