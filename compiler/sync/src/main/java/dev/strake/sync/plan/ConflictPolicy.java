package dev.strake.sync.plan;

/** What happens to a field that another manager owns with another value. */
public enum ConflictPolicy {
  /** The object is left as it is, and the conflict is told. */
  REPORT,
  /** The field is taken. */
  FORCE
}
