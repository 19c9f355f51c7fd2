/** Who owns which field of a live object, as server-side apply keeps it. */
@NullMarked
package dev.strake.sync.ownership;

import org.jspecify.annotations.NullMarked;
