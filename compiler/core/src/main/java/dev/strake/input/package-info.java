/** Which files of a repository are the inputs of which cluster. */
@NullMarked
package dev.strake.input;

import org.jspecify.annotations.NullMarked;
