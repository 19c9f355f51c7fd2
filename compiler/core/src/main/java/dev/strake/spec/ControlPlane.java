package dev.strake.spec;

import org.jspecify.annotations.Nullable;

@Doc("etcd and the components of the control plane.")
public record ControlPlane(
    @Doc("Where the cluster's state lives.") Etcd etcd,
    @Doc("The API server.") @Nullable ApiServer apiServer) {}
