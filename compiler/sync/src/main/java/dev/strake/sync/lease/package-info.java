/**
 * Who may act on what, agreed upon through Kubernetes' Leases: no other coordinator, and no state
 * of the agent's own.
 *
 * <p>What holds: time is measured by each process on its own monotonic clock, from the moment that
 * it saw a Lease change, so that wrong and jumping wall clocks make nobody a holder. A holder stops
 * believing in its Lease before anybody else may take it. What does not hold: a process that is
 * frozen between its last look at the Lease and a write may still send that write. Therefore each
 * write of consequence is bound to what was read, by resource version and UID, and each holder to
 * its {@link dev.strake.sync.lease.Election#term term}.
 */
@NullMarked
package dev.strake.sync.lease;

import org.jspecify.annotations.NullMarked;
