package dev.strake.git;

import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Answers the one host that the token is for with the token, and every other question with no:
 * there is nobody to ask.
 */
final class TokenProvider extends CredentialsProvider {

  private final String host;
  private final String user;
  private final String token;

  /**
   * @param token empty if there is none
   */
  TokenProvider(String host, String user, String token) {
    this.host = host;
    this.user = user;
    this.token = token;
  }

  static TokenProvider none() {
    return new TokenProvider("", "", "");
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username)
          && !(item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return !token.isEmpty();
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    if (!supports(items) || !host.equals(uri.getHost())) {
      return false;
    }
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username name) {
        name.setValue(user);
      } else if (item instanceof CredentialItem.Password password) {
        password.setValueNoCopy(token.toCharArray());
      }
    }
    return true;
  }
}
