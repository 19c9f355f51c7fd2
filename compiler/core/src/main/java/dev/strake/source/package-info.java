/** Who wrote what, and where: files, their texts, and ranges in them. */
@NullMarked
package dev.strake.source;

import org.jspecify.annotations.NullMarked;
