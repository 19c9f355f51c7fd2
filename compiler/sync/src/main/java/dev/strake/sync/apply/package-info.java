/** Carries out a plan, object by object, and says of each what came of it. */
@NullMarked
package dev.strake.sync.apply;

import org.jspecify.annotations.NullMarked;
