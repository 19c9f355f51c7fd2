/** What the library's parts cost. */
@NullMarked
package dev.strake.benchmarks;

import org.jspecify.annotations.NullMarked;
