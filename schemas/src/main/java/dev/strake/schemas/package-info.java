/**
 * The JSON Schemas of {@code strake.dev} kinds and Kubernetes' own schemas, as resources that are
 * read by kind and version.
 *
 * <p>Everything here is data that the build made. Reading one kind costs one seek: nobody pays for
 * the kinds that an input does not use.
 */
@NullMarked
package dev.strake.schemas;

import org.jspecify.annotations.NullMarked;
