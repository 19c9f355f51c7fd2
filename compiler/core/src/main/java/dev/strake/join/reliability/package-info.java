/** PodDisruptionBudgets and the like, and the pods that they mean. */
@NullMarked
package dev.strake.join.reliability;

import org.jspecify.annotations.NullMarked;
