package dev.strake.sync.configuration;

import dev.strake.git.Credentials;
import dev.strake.git.GitReference;
import dev.strake.git.RemoteAddress;
import dev.strake.git.SignaturePolicy;
import dev.strake.sync.status.StatusTarget;
import java.util.Optional;

/**
 * A repository that is followed.
 *
 * @param status where commit statuses go; empty for nowhere
 */
public record RepositoryConfiguration(
    String name,
    RemoteAddress address,
    GitReference reference,
    Credentials credentials,
    SignaturePolicy signatures,
    Optional<StatusTarget> status) {}
