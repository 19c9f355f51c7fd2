/** What pods ask for, and what their namespaces let them have. */
@NullMarked
package dev.strake.join.resource;

import org.jspecify.annotations.NullMarked;
