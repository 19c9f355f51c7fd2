package dev.strake.git;

import static dev.strake.git.SignatureVerdict.Reason.INVALID;
import static dev.strake.git.SignatureVerdict.Reason.UNSIGNED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;

/** Whether what was fetched is signed by somebody who may. */
public final class SignatureCheck {

  private final SignaturePolicy policy;
  private final Clock clock;

  public SignatureCheck(SignaturePolicy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Looks at the commit, at the tag that leads to it, or at both, as the policy asks.
   *
   * @param reference that was fetched: a signed tag is good under its own name only
   */
  public SignatureVerdict of(GitRepository repository, Fetch.Done fetched, GitReference reference) {
    try {
      SignatureVerdict verdict = new SignatureVerdict.Trusted("", "");
      if (policy.tag()) {
        verdict = tag(repository.repository(), fetched, reference);
      }
      if (policy.commit() && verdict instanceof SignatureVerdict.Trusted) {
        verdict = commit(repository.repository(), fetched.commit());
      }
      return verdict;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the commit " + fetched.commit().id(), e);
    }
  }

  private SignatureVerdict commit(Repository repository, Revision commit) throws IOException {
    byte[] raw = read(repository, ObjectId.fromString(commit.id()), Constants.OBJ_COMMIT);
    return SignedObject.ofCommit(raw)
        .map(signed -> verify(repository, signed))
        .orElseGet(
            () ->
                new SignatureVerdict.Refused(
                    UNSIGNED, "the commit " + commit + " does not have one signature"));
  }

  private SignatureVerdict tag(Repository repository, Fetch.Done fetched, GitReference reference)
      throws IOException {
    if (fetched.target().equals(fetched.commit())) {
      return new SignatureVerdict.Refused(
          UNSIGNED, reference + " is no annotated tag, and nothing else of it can be signed");
    }
    ObjectId id = ObjectId.fromString(fetched.target().id());
    RevTag tag;
    try (RevWalk walk = new RevWalk(repository)) {
      tag = walk.parseTag(id);
    }
    Optional<String> name = reference.tagName();
    if (name.isEmpty() || !name.get().equals(tag.getTagName())) {
      return new SignatureVerdict.Refused(
          INVALID, reference + " leads to a tag that was made under another name");
    }
    if (!tag.getObject().name().equals(fetched.commit().id())) {
      return new SignatureVerdict.Refused(INVALID, reference + " is a tag of a tag");
    }
    return SignedObject.ofTag(read(repository, id, Constants.OBJ_TAG))
        .map(signed -> verify(repository, signed))
        .orElseGet(
            () -> new SignatureVerdict.Refused(UNSIGNED, "the tag " + name.get() + " is unsigned"));
  }

  private static byte[] read(Repository repository, ObjectId id, int type) throws IOException {
    ObjectLoader object = repository.open(id, type);
    return object.getCachedBytes();
  }

  private SignatureVerdict verify(Repository repository, SignedObject signed) {
    if (signed.isSsh()) {
      return SshSignature.verify(repository, signed, policy.allowedSigners(), policy.principals());
    }
    if (signed.isPgp()) {
      return PgpSignature.verify(
          signed, policy.keyring(), policy.principals(), Date.from(clock.instant()));
    }
    return new SignatureVerdict.Refused(INVALID, "it is signed with neither SSH nor OpenPGP");
  }
}
