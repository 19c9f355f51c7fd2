package dev.strake.spec;

import dev.strake.value.RelativePath;

/**
 * A file of the repository that a spec names.
 *
 * @param path relative to the folder of the cluster.yaml
 * @param what it is, for messages: {@code the audit policy}
 * @param holdsSecret whether it holds a secret, encrypted: its text is for nobody's eyes
 */
public record FileReference(RelativePath path, String what, Origin origin, boolean holdsSecret) {}
