/**
 * Makes the packs: runs in the build, in a process of its own, and is not part of the jar.
 *
 * <p>Names, types and required properties come from the model classes of {@code
 * io.kubernetes:client-java-api}; what they do not say comes from the tables in {@code
 * src/main/data}.
 */
@NullMarked
package dev.strake.schemas.build;

import org.jspecify.annotations.NullMarked;
