/**
 * Waiting for objects to do well: a value that is told what was observed, and views of it. Nothing
 * here sleeps, asks a cluster or looks at a clock.
 */
@NullMarked
package dev.strake.sync.health.wait;

import org.jspecify.annotations.NullMarked;
