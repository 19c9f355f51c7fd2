package dev.strake.schemas.build;

import java.util.List;

/**
 * A kind of object.
 *
 * @param model the definition of the kind
 */
record Kind(
    String group,
    String version,
    String name,
    String plural,
    boolean namespaced,
    List<String> shortNames,
    String model) {}
