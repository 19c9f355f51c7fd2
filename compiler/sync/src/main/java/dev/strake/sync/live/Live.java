package dev.strake.sync.live;

import dev.strake.sync.object.KubernetesObject;

/** An object as the server has it, or would have it after a dry run. */
public record Live(KubernetesObject object) implements Answer {}
