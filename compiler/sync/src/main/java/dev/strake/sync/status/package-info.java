/** Tells Git hosts what became of a commit, in the way that each of them wants to hear it. */
@NullMarked
package dev.strake.sync.status;

import org.jspecify.annotations.NullMarked;
