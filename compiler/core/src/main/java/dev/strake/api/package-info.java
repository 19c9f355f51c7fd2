/**
 * What the API server refuses beyond the shape of an object: the rules of Kubernetes' own
 * validation packages, one class per kind over small primitives. Defaults that the server sets
 * before it validates are taken into account. Rules skip what has the wrong type; the structural
 * check reports that.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/tree/master/pkg/apis">the validation
 *     packages of pkg/apis</a>
 */
@NullMarked
package dev.strake.api;

import org.jspecify.annotations.NullMarked;
