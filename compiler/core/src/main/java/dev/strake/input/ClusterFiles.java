package dev.strake.input;

import dev.strake.diagnostic.DidYouMean;
import dev.strake.source.SourceEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which files called cluster.yaml describe one of our clusters: others have kinds of that name. */
final class ClusterFiles {

  private static final String NAME = "cluster.yaml";
  private static final String GROUP = "strake.dev";

  /** The API groups that documents name at their top level. */
  private static final Pattern API_GROUP =
      Pattern.compile("(?m)^apiVersion:[ \\t]*[\"']?([A-Za-z0-9.-]+)/");

  private ClusterFiles() {}

  static boolean isOne(SourceEntry entry) {
    String path = entry.path();
    return path.substring(path.lastIndexOf('/') + 1).equals(NAME)
        && entry.read().match(ClusterFiles::mayBeOurs, unreadable -> true);
  }

  /** Whether it is ours, or nothing says that it is anything else. */
  private static boolean mayBeOurs(byte[] content) {
    List<String> groups =
        API_GROUP
            .matcher(new String(content, StandardCharsets.UTF_8))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    return groups.isEmpty() || groups.stream().anyMatch(ClusterFiles::isMeant);
  }

  private static boolean isMeant(String group) {
    return !group.contains(".") || DidYouMean.of(group, List.of(GROUP)).isPresent();
  }
}
