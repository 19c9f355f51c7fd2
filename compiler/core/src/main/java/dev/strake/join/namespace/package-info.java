/** What is to be said of namespaces and of what is in them. */
@NullMarked
package dev.strake.join.namespace;

import org.jspecify.annotations.NullMarked;
