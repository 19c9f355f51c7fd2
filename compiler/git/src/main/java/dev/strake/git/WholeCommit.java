package dev.strake.git;

import java.io.IOException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.ObjectStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Reads a commit with all its folders and files, and compares each with its id. JGit believes what
 * is on disk; a signature is of a commit's id, and through it of these bytes.
 */
final class WholeCommit {

  private final ObjectReader reader;
  private final ObjectInserter.Formatter formatter = new ObjectInserter.Formatter();

  private WholeCommit(ObjectReader reader) {
    this.reader = reader;
  }

  /**
   * @throws IOException if something is missing or is not what its id says
   */
  static void check(Repository repository, ObjectId commit) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      new WholeCommit(reader).check(commit);
    }
  }

  private void check(ObjectId commit) throws IOException {
    check(commit, Constants.OBJ_COMMIT);
    try (RevWalk revisions = new RevWalk(reader);
        TreeWalk walk = new TreeWalk(reader)) {
      RevTree tree = revisions.parseCommit(commit).getTree();
      check(tree, Constants.OBJ_TREE);
      walk.addTree(tree);
      while (walk.next()) {
        FileMode mode = walk.getFileMode(0);
        if (mode == FileMode.TREE) {
          check(walk.getObjectId(0), Constants.OBJ_TREE);
          walk.enterSubtree();
        } else if (mode != FileMode.GITLINK) {
          check(walk.getObjectId(0), Constants.OBJ_BLOB);
        }
      }
    }
  }

  private void check(AnyObjectId id, int type) throws IOException {
    ObjectLoader object = reader.open(id, type);
    try (ObjectStream content = object.openStream()) {
      if (!formatter.idFor(type, object.getSize(), content).equals(id)) {
        throw new CorruptObjectException(id.toObjectId(), "its content has another id");
      }
    }
  }
}
