/** Autoscalers, and what they scale. */
@NullMarked
package dev.strake.join.autoscaling;

import org.jspecify.annotations.NullMarked;
