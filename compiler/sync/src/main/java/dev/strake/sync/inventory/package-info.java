/**
 * What belongs to a set of objects, and what of it may be deleted. Values and pure functions: who
 * talks to a cluster brings what it saw and takes away what to write.
 *
 * <p>A set is an ApplySet, so that other tools recognise its members by their label, and has an
 * inventory of its own, so that a label alone never gets an object deleted.
 *
 * @see <a
 *     href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-cli/3659-kubectl-apply-prune">KEP-3659:
 *     ApplySet</a>
 */
@NullMarked
package dev.strake.sync.inventory;

import org.jspecify.annotations.NullMarked;
