package dev.strake.source;

/**
 * A place as people and editors name it.
 *
 * @param line 1-based
 * @param column 1-based, counted in code points
 */
public record Position(int line, int column) {}
