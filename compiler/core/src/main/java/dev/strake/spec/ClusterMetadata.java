package dev.strake.spec;

import dev.strake.value.DnsLabel;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import java.util.Map;

@Doc("Identifies the cluster.")
public record ClusterMetadata(
    @Doc("Unique among the clusters of the repository; also names the folder of its output.")
        DnsLabel name,
    @Doc("Free labels, for people and for selecting clusters.") Map<LabelKey, LabelValue> labels) {}
