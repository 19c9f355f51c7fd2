/** Which releases go together, which are supported, and which step leads to the next. */
@NullMarked
package dev.strake.check.version;

import org.jspecify.annotations.NullMarked;
