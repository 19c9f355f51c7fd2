/** The ports that a cluster's machines listen on. */
@NullMarked
package dev.strake.check.port;

import org.jspecify.annotations.NullMarked;
