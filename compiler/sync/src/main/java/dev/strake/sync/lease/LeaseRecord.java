package dev.strake.sync.lease;

import java.time.Duration;
import java.time.Instant;

/**
 * What a {@code coordination.k8s.io/v1} Lease says.
 *
 * @param name within the agent's namespace
 * @param holder empty if nobody has it
 * @param duration after which without a renewal others may take it
 * @param acquired when the holder got it, on the holder's clock: for people only
 * @param renewed when it last said that it is there, on the holder's clock: for people only
 * @param transitions how often it has changed hands; the first holder's is 0
 * @param resourceVersion that a change must be based on; empty for one that is not yet there
 */
public record LeaseRecord(
    String name,
    String holder,
    Duration duration,
    Instant acquired,
    Instant renewed,
    int transitions,
    String resourceVersion) {}
