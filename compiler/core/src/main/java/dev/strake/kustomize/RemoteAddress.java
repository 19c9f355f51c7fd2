package dev.strake.kustomize;

import java.util.regex.Pattern;

/**
 * Recognises what Kustomize would fetch. It looks for an address before it looks for a folder, so a
 * folder of such a name is no way out; what only might be an address counts as one too.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/kustomize/blob/master/api/internal/git/repospec.go">NewRepoSpecFromURL</a>
 * @see <a
 *     href="https://github.com/kubernetes-sigs/kustomize/blob/master/api/internal/loader/fileloader.go">FileLoader</a>
 */
final class RemoteAddress {

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s*(?:"
              + "[a-z][a-z0-9+.-]*:.*" // https://example.net/x.yaml, git::..., gh:owner/name
              + "|.*://.*"
              + "|[^/]*@[^/]*[:/].*" // git@example.net:owner/name
              + "|github\\.com[:/].*"
              + "|.*_git/.*"
              + "|.*\\.git(?:[/?].*)?"
              + "|.*[?&](?:ref|version|timeout|submodules)=.*"
              + ")",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern URL =
      Pattern.compile(
          "\\s*(?:https?:|[a-z][a-z0-9+.-]*://).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private RemoteAddress() {}

  /** Whether an entry that may name a folder may be taken for an address. */
  static boolean is(String entry) {
    return SHAPE.matcher(entry).matches();
  }

  /** The same for an entry that can name nothing but a file. */
  static boolean isUrl(String entry) {
    return URL.matcher(entry).matches();
  }
}
