package dev.strake.report;

/**
 * What was looked at.
 *
 * @param files that were read
 * @param documents in these files, broken ones included
 * @param objects of Kubernetes that were checked, written and generated
 * @param clusters that were compiled
 * @param notChecked documents and objects that some check could not look at
 * @param ignored files that {@code .strakeignore} has left out
 */
public record Coverage(
    int files, int documents, int objects, int clusters, int notChecked, int ignored) {}
