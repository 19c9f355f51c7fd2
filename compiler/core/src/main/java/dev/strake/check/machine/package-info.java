/** Names and addresses of machines: each once, each where it belongs. */
@NullMarked
package dev.strake.check.machine;

import org.jspecify.annotations.NullMarked;
