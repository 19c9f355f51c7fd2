/**
 * Keeps a cluster in step with a bundle: live state, plan, apply, health, hosts and the agent.
 *
 * <p>This package sees bundles and never the spec. A plan is a value; what was shown is what is
 * applied, and nothing is deleted that the plan did not name.
 */
@NullMarked
package dev.strake.sync;

import org.jspecify.annotations.NullMarked;
