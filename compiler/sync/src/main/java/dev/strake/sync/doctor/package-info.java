/**
 * What Strake needs and whether it is there: asked before it is missed. Nothing here writes to a
 * cluster.
 */
@NullMarked
package dev.strake.sync.doctor;

import org.jspecify.annotations.NullMarked;
