/**
 * The command line: one class for each command, one view for each way to print a result, and the
 * main class.
 *
 * <p>Commands hold no logic of their own. Arguments become a request, a result becomes text and an
 * exit code.
 */
@NullMarked
package dev.strake.cli;

import org.jspecify.annotations.NullMarked;
