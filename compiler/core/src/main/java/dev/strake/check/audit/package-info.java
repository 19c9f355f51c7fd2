/** Checks on the audit policy that a spec names: whether the API server takes it, what it keeps. */
@NullMarked
package dev.strake.check.audit;

import org.jspecify.annotations.NullMarked;
