package dev.strake.git;

import java.util.function.Function;

/** Whether somebody who may has signed. */
public sealed interface SignatureVerdict {

  /**
   * Somebody has.
   *
   * @param signer the principal or user id; empty if nothing had to be signed
   * @param key its fingerprint
   */
  record Trusted(String signer, String key) implements SignatureVerdict {
    @Override
    public <T> T match(Function<Trusted, T> trusted, Function<Refused, T> refused) {
      return trusted.apply(this);
    }
  }

  /**
   * Nobody has who may.
   *
   * @param message says what was looked at and what is wrong with it
   */
  record Refused(Reason reason, String message) implements SignatureVerdict {
    @Override
    public <T> T match(Function<Trusted, T> trusted, Function<Refused, T> refused) {
      return refused.apply(this);
    }
  }

  /** What is wrong with a signature. */
  enum Reason {
    UNSIGNED,
    /** It is another content's, or no signature at all. */
    INVALID,
    UNKNOWN_KEY,
    /** The key was good, and is not now. */
    EXPIRED,
    /** The key is known, but not among those who may. */
    WRONG_PRINCIPAL,
    /** The keys to compare with cannot be read. */
    NO_KEYS
  }

  <T> T match(Function<Trusted, T> trusted, Function<Refused, T> refused);
}
