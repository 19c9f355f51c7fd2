/**
 * What Kubernetes' types look like, and whether an object has that shape: the schemas of each
 * version, read one definition at a time, the lifecycle of APIs, and one structural checker.
 *
 * <p>The measure is the API server with {@code fieldValidation=Strict}: what it would refuse to
 * decode is an error here, and nothing else is.
 */
@NullMarked
package dev.strake.schema;

import org.jspecify.annotations.NullMarked;
