/** The spec's section about policies. */
@NullMarked
package dev.strake.check.policy;

import org.jspecify.annotations.NullMarked;
