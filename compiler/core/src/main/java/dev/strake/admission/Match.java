package dev.strake.admission;

/**
 * Whether a policy or a binding takes a request.
 *
 * @param version of the object that the policy reads; the empty text if it takes none
 * @param open why nobody knows here, as the end of a sentence; the empty text if it is known
 */
record Match(String version, String open) {

  static final Match NO = new Match("", "");

  static Match as(String version) {
    return new Match(version, "");
  }

  boolean isNo() {
    return version.isEmpty();
  }
}
