/** Claims, classes, and who mounts them. */
@NullMarked
package dev.strake.join.storage;

import org.jspecify.annotations.NullMarked;
