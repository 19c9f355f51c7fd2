/** Amounts of resources, wherever a spec has them: their names and their units. */
@NullMarked
package dev.strake.check.resource;

import org.jspecify.annotations.NullMarked;
