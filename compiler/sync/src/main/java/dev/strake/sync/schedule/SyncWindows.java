package dev.strake.sync.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All windows of a cluster. Without any, syncs run at all times; with one that allows, only in
 * those that allow; and never while one that denies is open.
 */
public record SyncWindows(List<SyncWindow> windows) {

  public SyncWindows {
    windows = List.copyOf(windows);
  }

  public static SyncWindows always() {
    return new SyncWindows(List.of());
  }

  /** Why no sync may run now; empty if one may. */
  public Optional<String> closed(Instant now) {
    for (SyncWindow window : windows) {
      if (window.kind() == SyncWindow.Kind.DENY && window.isOpen(now)) {
        return Optional.of("a window denies it: " + window);
      }
    }
    List<SyncWindow> allowing =
        windows.stream().filter(window -> window.kind() == SyncWindow.Kind.ALLOW).toList();
    boolean open = allowing.isEmpty() || allowing.stream().anyMatch(window -> window.isOpen(now));
    return open ? Optional.empty() : Optional.of("no window allows it now");
  }
}
