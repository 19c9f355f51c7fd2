package dev.strake.spec;

@Doc("etcd and the components of the control plane.")
public record ControlPlane(
    @Doc("Where the cluster's state lives.") Etcd etcd,
    @Doc(value = "The API server.", byDefault = "{}") ApiServer apiServer,
    @Doc(value = "The controller manager.", byDefault = "{}")
        ControlPlaneComponent controllerManager,
    @Doc(value = "The scheduler.", byDefault = "{}") ControlPlaneComponent scheduler) {}
