package dev.strake.generate.kubeadm;

import dev.strake.generate.ConfigDocument;

/** A document of kubeadm's own API group, whose version each document says itself. */
sealed interface KubeadmDocument extends ConfigDocument
    permits InitConfiguration, ClusterConfiguration, JoinConfiguration, UpgradeConfiguration {}
