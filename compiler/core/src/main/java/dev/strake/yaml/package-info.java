/**
 * YAML as Kubernetes reads it, with the place of every node.
 *
 * <p>kubectl and the API server read YAML through go-yaml v2: YAML 1.1 scalars with Go's number
 * syntax, merge keys, keys turned into strings. This package gives exactly that reading, and says
 * where it would surprise.
 */
@NullMarked
package dev.strake.yaml;

import org.jspecify.annotations.NullMarked;
