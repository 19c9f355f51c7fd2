/**
 * Policies that no object can be judged by alone: whether a Service selects anything, whether a
 * RoleBinding's role is there. Their metadata and cases lie in the policies' folders like those of
 * all others; what CEL cannot say of many objects at once is said here, one class for each policy.
 */
@NullMarked
package dev.strake.join;

import org.jspecify.annotations.NullMarked;
