/**
 * Custom resources, held against the CustomResourceDefinitions that are among the inputs, as the
 * API server would: structure, defaults, value validations and CEL rules.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/">Kubernetes:
 *     extending the API with CustomResourceDefinitions</a>
 */
@NullMarked
package dev.strake.custom;

import org.jspecify.annotations.NullMarked;
