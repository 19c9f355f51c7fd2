package dev.strake.rendering;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a tool may see.
 *
 * @param folder that it is asked about, as a path from the root of the files; empty for the root
 * @param files by their path from that root, with {@code /} and without {@code .} and {@code ..}
 */
public record RenderInput(String folder, SortedMap<String, byte[]> files) {

  public RenderInput {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
