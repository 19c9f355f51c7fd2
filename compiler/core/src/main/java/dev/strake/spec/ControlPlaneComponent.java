package dev.strake.spec;

import java.util.List;

@Doc("A component of the control plane.")
public record ControlPlaneComponent(
    @Doc("Further flags, in this order.") List<ExtraArgument> extraArgs) {}
