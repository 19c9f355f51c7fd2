/**
 * Kubernetes objects as a sync handles them: whole JSON trees, so that nothing a user wrote and
 * nothing a server added is dropped on the way.
 */
@NullMarked
package dev.strake.sync.object;

import org.jspecify.annotations.NullMarked;
