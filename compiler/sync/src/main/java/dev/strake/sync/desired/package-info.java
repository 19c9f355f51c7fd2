/** What a cluster shall be like: the objects of one bundle, and in which order they go. */
@NullMarked
package dev.strake.sync.desired;

import org.jspecify.annotations.NullMarked;
