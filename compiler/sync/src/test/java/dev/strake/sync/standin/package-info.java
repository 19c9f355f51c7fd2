/**
 * An API server in the test's own process, for what a sync does with one: discovery, objects with
 * UIDs, versions and generations, server-side apply with field ownership and conflicts, dry runs,
 * strict field validation, finalizers, preconditions, and every fault that a network has.
 *
 * <p>What it does not prove: there is no controller of any kind, so nothing becomes healthy by
 * itself, no child is collected and no namespace finishes; no admission plugin or webhook and no
 * RBAC; defaults are those of the published schemas and a few more; validation is by Strake's own
 * rules, which agree with a real server on recorded verdicts, and not by a second opinion; nothing
 * is watched. A test that must know what Kubernetes does needs a real API server.
 */
@NullMarked
package dev.strake.sync.standin;

import org.jspecify.annotations.NullMarked;
