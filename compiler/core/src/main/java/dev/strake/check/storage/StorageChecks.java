package dev.strake.check.storage;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on storage. */
public final class StorageChecks {

  private StorageChecks() {}

  public static List<SpecCheck> all() {
    return List.of(new DefaultClasses(), new InTreeProvisioner(), new LocalVolumes());
  }
}
