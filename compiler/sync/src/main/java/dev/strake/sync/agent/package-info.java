/**
 * The running agent: threads around the pure parts. It keeps nothing that it could not find again
 * in Git and in the clusters, so that one that is killed loses nothing.
 */
@NullMarked
package dev.strake.sync.agent;

import org.jspecify.annotations.NullMarked;
