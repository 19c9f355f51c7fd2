package dev.strake.admission;

/** What a request does. Of what a server knows, objects in Git lead to these. */
enum Operation {
  CREATE,
  UPDATE
}
