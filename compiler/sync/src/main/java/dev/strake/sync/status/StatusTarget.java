package dev.strake.sync.status;

import java.nio.file.Path;

/**
 * Where a repository's statuses go.
 *
 * @param api of the host, without a slash at the end
 * @param repository {@code owner/name}
 * @param token a file with one line
 */
public record StatusTarget(StatusHost host, String api, String repository, Path token) {}
