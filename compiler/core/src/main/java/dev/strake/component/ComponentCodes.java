package dev.strake.component;

import dev.strake.diagnostic.Code;

/**
 * What can be wrong with component configuration. The first six are what {@code kubeadm config
 * validate} refuses; the others what it lets through and a component refuses when it runs.
 */
final class ComponentCodes {

  /** A field that the component does not know, or does not know in this release. */
  static final Code UNKNOWN_FIELD = Code.error("component/unknown-field");

  /** A value of another type than the field's: it cannot even be decoded. */
  static final Code WRONG_TYPE = Code.error("component/wrong-type");

  /** A value of the right type that is not allowed. */
  static final Code INVALID_VALUE = Code.error("component/invalid-value");

  /** A value that must be there. */
  static final Code MISSING_FIELD = Code.error("component/missing-field");

  /** Fields or documents that do not go together. */
  static final Code CONFLICT = Code.error("component/conflict");

  /** A document that kubeadm does not know, or not in this release. */
  static final Code UNKNOWN_DOCUMENT = Code.error("component/unknown-document");

  /** A document that kubeadm skips with a warning. */
  static final Code IGNORED_DOCUMENT = Code.warning("component/ignored-document");

  /** Refused by kubeadm when it runs, not by {@code kubeadm config validate}. */
  static final Code KUBEADM_RUN = Code.error("component/kubeadm-run");

  /** Refused by the kubelet, not by kubeadm. */
  static final Code KUBELET = Code.error("component/kubelet");

  /** Refused by kube-proxy, not by kubeadm. */
  static final Code KUBE_PROXY = Code.error("component/kube-proxy");

  private ComponentCodes() {}
}
