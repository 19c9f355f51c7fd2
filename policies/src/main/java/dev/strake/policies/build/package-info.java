/** What this module's own build runs; nothing else does. */
@NullMarked
package dev.strake.policies.build;

import org.jspecify.annotations.NullMarked;
