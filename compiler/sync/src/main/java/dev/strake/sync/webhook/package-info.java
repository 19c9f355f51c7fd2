/**
 * Pushes that Git hosts announce. A verified announcement is a hint to poll a repository now, and
 * nothing else: what is deployed is what the agent then fetches and verifies itself.
 */
@NullMarked
package dev.strake.sync.webhook;

import org.jspecify.annotations.NullMarked;
