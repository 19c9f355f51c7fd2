package dev.strake.admission;

import dev.strake.join.ObjectSet;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import java.util.Set;

/**
 * What users' admission policies judge, and by what.
 *
 * @param objects all of one cluster, or of those that lie side by side
 * @param resources that the cluster serves
 * @param pods which objects make pods
 * @param complete whether these are all objects that the cluster will have, so that what is not
 *     among them is missing
 * @param withheld policies and bindings that are not asked: what an API server refuses, and what
 *     policies of our own were compiled to
 */
public record AdmissionInputs(
    ObjectSet objects,
    ServedResources resources,
    PodTemplatePaths pods,
    boolean complete,
    Set<Manifest> withheld,
    AdmissionSettings settings) {}
