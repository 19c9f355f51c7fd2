/**
 * When a sync may run, and when it is tried again. Pure: the time and the dice come from outside.
 */
@NullMarked
package dev.strake.sync.schedule;

import org.jspecify.annotations.NullMarked;
