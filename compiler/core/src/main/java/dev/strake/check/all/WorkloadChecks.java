package dev.strake.check.all;

import dev.strake.check.DatedCheck;
import dev.strake.check.SpecCheck;
import dev.strake.check.entry.EntryChecks;
import dev.strake.check.namespace.NamespaceChecks;
import dev.strake.check.policy.PolicyChecks;
import dev.strake.check.quota.QuotaChecks;
import dev.strake.check.resource.ResourceChecks;
import dev.strake.check.storage.StorageChecks;
import dev.strake.check.tenant.TenantChecks;
import java.util.List;
import java.util.stream.Stream;

/** Checks on what the cluster offers to workloads, and on what they are allowed. */
final class WorkloadChecks {

  private WorkloadChecks() {}

  static List<SpecCheck> all() {
    return Stream.of(
            ResourceChecks.all(),
            QuotaChecks.all(),
            NamespaceChecks.all(),
            TenantChecks.all(),
            StorageChecks.all(),
            EntryChecks.all())
        .flatMap(List::stream)
        .toList();
  }

  static List<DatedCheck> dated() {
    return PolicyChecks.dated();
  }
}
