package dev.strake.check.tenant;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Tenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whose a file is. */
final class TenantFolders {

  /**
   * @param folder from the root of the inputs
   */
  private record Owned(SourceFolder folder, Tenant tenant) {}

  private final List<Owned> folders = new ArrayList<>();

  TenantFolders(ResolvedCluster cluster) {
    for (Tenant tenant : cluster.spec().spec().tenants()) {
      tenant
          .sources()
          .forEach(
              source ->
                  folders.add(new Owned(SourceFolder.of(source).below(cluster.folder()), tenant)));
    }
    // The innermost folder of a file decides, should folders of two tenants overlap.
    folders.sort(Comparator.comparing((Owned owned) -> owned.folder.path().length()).reversed());
  }

  /**
   * The tenant in whose folder a file lies; empty if it is the cluster's own.
   *
   * @param file from the root of the inputs
   */
  Optional<Tenant> owner(String file) {
    return folders.stream()
        .filter(owned -> owned.folder.contains(file))
        .map(Owned::tenant)
        .findFirst();
  }
}
