/** The Kubernetes objects that an agent itself runs as. */
@NullMarked
package dev.strake.sync.install;

import org.jspecify.annotations.NullMarked;
