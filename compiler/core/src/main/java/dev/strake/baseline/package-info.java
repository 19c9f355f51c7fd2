/** What a repository brought along when it took Strake in: known findings, in a file of its own. */
@NullMarked
package dev.strake.baseline;

import org.jspecify.annotations.NullMarked;
