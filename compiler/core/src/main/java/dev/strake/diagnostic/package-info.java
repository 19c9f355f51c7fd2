/** What Strake has to say about an input: findings as values, with their places. */
@NullMarked
package dev.strake.diagnostic;

import org.jspecify.annotations.NullMarked;
