/** Parts of a cluster that need each other, or do not go together. */
@NullMarked
package dev.strake.check.feature;

import org.jspecify.annotations.NullMarked;
