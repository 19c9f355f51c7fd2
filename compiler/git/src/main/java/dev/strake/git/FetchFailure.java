package dev.strake.git;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.PackInvalidException;
import org.eclipse.jgit.errors.PackMismatchException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;

/** Reads JGit's exceptions, which say in words what they do not say in types. */
final class FetchFailure {

  private static final int LONGEST = 300;

  /** In lower case, as JGit and Apache MINA SSHD word it. */
  private static final List<String> REFUSALS =
      List.of(
          "not authorized",
          "not permitted",
          "auth fail",
          "authentication",
          "cannot log in",
          "server key",
          "host key",
          "redirect");

  private static final List<String> ABSENCES =
      List.of("remote does not have", "not found", "not our ref", "does not exist", "no such");

  private FetchFailure() {}

  /**
   * @param secrets that must not be in a message, whatever the remote answers with
   */
  static Fetch.Failed of(Throwable failure, FetchBudget budget, Collection<String> secrets) {
    if (budget.isSpent()) {
      return new Fetch.Failed(Fetch.Cause.OVER_LIMIT, budget.reason());
    }
    List<Throwable> chain = chain(failure);
    return new Fetch.Failed(cause(chain), message(chain, secrets));
  }

  /** Whether what is on disk is to blame, and a new copy could do. */
  static boolean isDamage(Throwable failure) {
    return chain(failure).stream()
        .anyMatch(
            part ->
                part instanceof CorruptObjectException
                    || part instanceof MissingObjectException
                    || part instanceof PackInvalidException
                    || part instanceof PackMismatchException
                    || part instanceof RepositoryNotFoundException);
  }

  private static Fetch.Cause cause(List<Throwable> chain) {
    for (Throwable part : chain) {
      if (part instanceof SSLException) {
        return Fetch.Cause.REFUSED;
      }
      if (part instanceof NoRemoteRepositoryException) {
        return Fetch.Cause.NOT_FOUND;
      }
    }
    String said = said(chain).toLowerCase(Locale.ROOT);
    if (ABSENCES.stream().anyMatch(said::contains)) {
      return Fetch.Cause.NOT_FOUND;
    }
    if (REFUSALS.stream().anyMatch(said::contains)) {
      return Fetch.Cause.REFUSED;
    }
    boolean network =
        chain.stream()
            .anyMatch(
                part ->
                    part instanceof SocketException
                        || part instanceof UnknownHostException
                        || part instanceof InterruptedIOException);
    return network || said.contains("timed out") || said.contains("timeout")
        ? Fetch.Cause.UNREACHABLE
        : Fetch.Cause.BROKEN;
  }

  private static String said(List<Throwable> chain) {
    StringBuilder said = new StringBuilder();
    for (Throwable part : chain) {
      said.append(part.getMessage()).append('\n');
    }
    return said.toString();
  }

  private static String message(List<Throwable> chain, Collection<String> secrets) {
    Throwable first = chain.get(0);
    String text = first.getMessage();
    if (text == null || text.isBlank()) {
      text = first instanceof IOException ? "input or output failed" : "the fetch failed";
    }
    for (String secret : secrets) {
      if (!secret.isEmpty()) {
        text = text.replace(secret, "***");
      }
    }
    return printable(text);
  }

  /** A remote may answer with anything, also with what makes a terminal do tricks. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .limit(LONGEST)
        .forEach(printable::appendCodePoint);
    return printable.toString().strip();
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable part = failure;
    while (part != null && seen.add(part)) {
      chain.add(part);
      part = part.getCause();
    }
    return chain;
  }
}
