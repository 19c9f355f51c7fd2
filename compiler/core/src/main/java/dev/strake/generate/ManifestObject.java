package dev.strake.generate;

import dev.strake.manifest.SourceMap;

/**
 * A document to be written: a typed model, and where in the spec its parts come from.
 *
 * @param model a record of ours or an object of the Kubernetes model; written as its JSON would be,
 *     in the order of its properties, without nulls
 */
public record ManifestObject(Object model, SourceMap sources) {}
