package dev.strake.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Remembers what a goal says, each entry behind its level. */
final class RecordedLog extends SystemStreamLog {

  private final List<String> entries = new ArrayList<>();

  List<String> entries() {
    return entries;
  }

  @Override
  public void info(CharSequence text) {
    entries.add("info " + text);
  }

  @Override
  public void warn(CharSequence text) {
    entries.add("warn " + text);
  }

  @Override
  public void error(CharSequence text) {
    entries.add("error " + text);
  }
}
