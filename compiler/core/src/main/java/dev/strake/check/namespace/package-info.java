/** Namespaces: their names, what their pods may do, and who may do what in them. */
@NullMarked
package dev.strake.check.namespace;

import org.jspecify.annotations.NullMarked;
