/** What the API server notes, encrypts and refuses. */
@NullMarked
package dev.strake.check.apiserver;

import org.jspecify.annotations.NullMarked;
