package dev.strake.sync.webhook;

import java.util.Optional;
import java.util.Set;

/**
 * What an announcement says has moved. It is believed no further than to poll: neither a URL nor a
 * commit of it is ever fetched.
 *
 * @param repositories addresses of one repository, as the host writes them; not empty
 * @param references that moved, such as {@code refs/heads/main}; empty if it does not say
 * @param commit where one of them is now, for logs
 */
public record PushHint(Set<String> repositories, Set<String> references, Optional<String> commit) {

  public PushHint {
    repositories = Set.copyOf(repositories);
    references = Set.copyOf(references);
  }
}
