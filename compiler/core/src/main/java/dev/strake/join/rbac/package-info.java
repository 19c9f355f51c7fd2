/** Roles, who has them, and what that allows. */
@NullMarked
package dev.strake.join.rbac;

import org.jspecify.annotations.NullMarked;
