package dev.strake.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshConfigStore;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSession;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * SSH with one key and the hosts of one file: no user's configuration, no agent, no password, and
 * nobody who could be asked whether an unknown host is the right one.
 */
final class SshAccess extends SshSessionFactory implements AutoCloseable {

  private final SshdSessionFactory sessions;
  private final FetchBudget budget;

  private SshAccess(SshdSessionFactory sessions, FetchBudget budget) {
    this.sessions = sessions;
    this.budget = budget;
  }

  /**
   * @param home an empty folder, for what would be read below a user's
   */
  static SshAccess of(Credentials.Key key, Path home, FetchBudget budget) {
    SshdSessionFactory sessions =
        new SshdSessionFactoryBuilder()
            .setHomeDirectory(home.toFile())
            .setSshDirectory(home.toFile())
            .setConfigStoreFactory((homeFolder, config, user) -> new Strict(key))
            .setPreferredAuthentications("publickey")
            .setDefaultIdentities(folder -> List.of(key.privateKey()))
            .setDefaultKnownHostsFiles(folder -> List.of(key.knownHosts()))
            .build(null);
    return new SshAccess(sessions, budget);
  }

  @Override
  public RemoteSession getSession(URIish uri, CredentialsProvider provider, FS fs, int timeout)
      throws TransportException {
    return new Metered(sessions.getSession(uri, provider, fs, timeout), budget);
  }

  @Override
  public String getType() {
    return sessions.getType();
  }

  @Override
  public void close() {
    sessions.close();
  }

  /** What a user's configuration would say if it said the safest. */
  private record Strict(Credentials.Key key) implements SshConfigStore {

    @Override
    public HostConfig lookup(String host, int port, String user) {
      return new Options(
          Map.of(
              "StrictHostKeyChecking", "yes",
              "UserKnownHostsFile", key.knownHosts().toString(),
              "GlobalKnownHostsFile", "/dev/null",
              "IdentityFile", key.privateKey().toString(),
              "IdentitiesOnly", "yes",
              "PreferredAuthentications", "publickey"));
    }

    @Override
    public HostConfig lookupDefault(String host, int port, String user) {
      return lookup(host, port, user);
    }
  }

  private record Options(Map<String, String> values) implements SshConfigStore.HostConfig {

    @Override
    public @Nullable String getValue(String key) {
      return values.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(key))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    }

    @Override
    public List<String> getValues(String key) {
      String value = getValue(key);
      return value == null ? List.of() : List.of(value);
    }

    @Override
    public Map<String, String> getOptions() {
      return values;
    }

    @Override
    public Map<String, List<String>> getMultiValuedOptions() {
      return Map.of();
    }
  }

  private record Metered(SshdSession session, FetchBudget budget) implements RemoteSession2 {

    @Override
    public Process exec(String command, int timeout) throws IOException {
      return exec(command, Map.of(), timeout);
    }

    @Override
    public Process exec(String command, Map<String, String> environment, int timeout)
        throws IOException {
      return new MeteredProcess(session.exec(command, environment, timeout), budget);
    }

    @Override
    public void disconnect() {
      session.disconnect();
    }
  }

  /** A command at the other end, whose output counts. */
  private static final class MeteredProcess extends Process {

    private final Process process;
    private final InputStream output;

    MeteredProcess(Process process, FetchBudget budget) {
      this.process = process;
      this.output = budget.metered(process.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() {
      return process.getOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return output;
    }

    @Override
    public InputStream getErrorStream() {
      return process.getErrorStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
      return process.waitFor();
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
      return process.waitFor(timeout, unit);
    }

    @Override
    public int exitValue() {
      return process.exitValue();
    }

    @Override
    public void destroy() {
      process.destroy();
    }
  }
}
