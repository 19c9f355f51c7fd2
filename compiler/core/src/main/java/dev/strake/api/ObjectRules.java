package dev.strake.api;

/** What the API server checks of the objects of one kind, besides their metadata. */
@FunctionalInterface
interface ObjectRules {

  /** For a kind of which nothing more is checked. */
  ObjectRules NONE = (object, context) -> {};

  /** Reports at the nodes of an object, to which the cursor points as a whole. */
  void check(Cursor object, ApiContext context);
}
