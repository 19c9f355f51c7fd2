package dev.strake.render;

import java.nio.file.Path;

/**
 * Where a tool works, and what it may use.
 *
 * @param temporary the folder in which it gets one of its own
 */
record Workplace(Path temporary, Bounds bounds) {}
