package dev.strake.spec;

import dev.strake.value.DnsLabel;
import dev.strake.value.HostPattern;
import dev.strake.value.ImageRepository;
import dev.strake.value.RelativePath;
import java.util.List;

@Doc("A team with directories of its own, and what its manifests may touch.")
public record Tenant(
    @Doc("The tenant's name, unique in the cluster.") DnsLabel name,
    @Doc("The namespaces that its manifests may touch.") @NotEmpty List<DnsLabel> namespaces,
    @Doc("The directories that hold its manifests.") List<RelativePath> sources,
    @Doc("Where its images may come from. Absent: from anywhere.")
        List<ImageRepository> allowedRegistries,
    @Doc("Host names that its ingresses may claim: *.team-a.example.net. Absent: any.")
        List<HostPattern> allowedIngressHosts) {}
