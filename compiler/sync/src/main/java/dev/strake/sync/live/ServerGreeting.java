package dev.strake.sync.live;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server says of itself to everybody.
 *
 * @param version empty if it is no release
 * @param date of its clock when it answered, to the second; empty if it did not say
 */
public record ServerGreeting(Optional<ServerVersion> version, Optional<Instant> date) {}
