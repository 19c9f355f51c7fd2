/**
 * Why an object does not do well, from what the cluster says about it: its conditions, its events
 * and the containers of its pods. Values of Secrets are masked, and nothing reaches a terminal that
 * could steer it.
 */
@NullMarked
package dev.strake.sync.health.explain;

import org.jspecify.annotations.NullMarked;
