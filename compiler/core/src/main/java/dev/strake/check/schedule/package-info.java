/**
 * Whether the cluster's machines can run the pods of its sources: what the scheduler will look for,
 * as far as labels, taints and capacity are known from the spec.
 */
@NullMarked
package dev.strake.check.schedule;

import org.jspecify.annotations.NullMarked;
