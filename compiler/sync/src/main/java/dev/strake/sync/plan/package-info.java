/** What a sync would do, as a value: shown, kept, compared, and then done. */
@NullMarked
package dev.strake.sync.plan;

import org.jspecify.annotations.NullMarked;
