package dev.strake.spec;

import dev.strake.value.ChartName;
import dev.strake.value.ChartRepository;
import dev.strake.value.DnsLabel;
import dev.strake.value.HttpsUrl;
import dev.strake.value.RelativePath;
import dev.strake.value.SemanticVersion;
import org.jspecify.annotations.Nullable;

@Doc("A chart or a release's manifests of somebody else, pinned in strake.lock.")
@ExactlyOne(of = {"release", "chart"})
public record Vendored(
    @Doc("What it is called here, unique in the cluster.") DnsLabel name,
    @Doc("A file of manifests.") @Nullable Release release,
    @Doc("A Helm chart.") @Nullable Chart chart,
    @Doc("The release that was chosen.") SemanticVersion version,
    @Doc("The namespace of objects that name none.") @Nullable DnsLabel namespace,
    @Doc("A chart's values, in the repository.") @Nullable RelativePath values) {

  @Doc("A file of manifests.")
  public record Release(@Doc("Where it is fetched.") HttpsUrl url) {}

  @Doc("A Helm chart.")
  public record Chart(
      @Doc("Its repository: https:// or oci://.") ChartRepository repository,
      @Doc("Its name in the repository.") ChartName name) {}
}
