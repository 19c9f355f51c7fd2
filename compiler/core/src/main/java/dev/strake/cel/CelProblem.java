package dev.strake.cel;

/**
 * Why an expression does not compile.
 *
 * @param start UTF-16 offset in the expression
 * @param end exclusive; start for a point at the end
 * @param message one sentence without a full stop
 */
public record CelProblem(int start, int end, String message) {}
