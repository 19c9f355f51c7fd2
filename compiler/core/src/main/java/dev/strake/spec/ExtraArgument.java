package dev.strake.spec;

import dev.strake.value.ArgumentName;

@Doc("A flag of a component, as kubeadm's v1beta4 writes it.")
public record ExtraArgument(
    @Doc("The flag without its dashes: shutdown-delay-duration.") ArgumentName name,
    @Doc("The flag's value, always a string: \"500\".") String value) {}
