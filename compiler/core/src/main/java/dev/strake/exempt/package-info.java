/**
 * What may break a policy, by its author's leave: found, used, and reported where it is of no use.
 */
@NullMarked
package dev.strake.exempt;

import org.jspecify.annotations.NullMarked;
