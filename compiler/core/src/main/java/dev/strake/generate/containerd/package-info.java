/**
 * containerd's configuration and its registries' mirrors: a typed model, and one place that knows
 * how TOML quotes.
 *
 * @see <a href="https://github.com/containerd/containerd/blob/main/docs/cri/config.md">containerd:
 *     CRI plugin configuration</a>
 */
@NullMarked
package dev.strake.generate.containerd;

import org.jspecify.annotations.NullMarked;
