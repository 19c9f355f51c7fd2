package dev.strake.generate.controlplane;

/** Where the API server finds its files: on the host, and at the same place in its container. */
public final class ControlPlanePaths {

  /** All of them. Mounted as a whole, so that a file that is replaced is seen. */
  public static final String DIRECTORY = "/etc/kubernetes/strake/control-plane";

  public static final String AUDIT_POLICY = DIRECTORY + "/audit-policy.yaml";
  public static final String AUTHENTICATION = DIRECTORY + "/authentication.yaml";
  public static final String ADMISSION = DIRECTORY + "/admission.yaml";
  public static final String POD_SECURITY = DIRECTORY + "/pod-security.yaml";

  /** Holds keys, and the API server refuses placeholders: written on the host, in no output. */
  public static final String ENCRYPTION = DIRECTORY + "/encryption.yaml";

  public static final String AUDIT_LOGS = "/var/log/kubernetes/audit";
  public static final String AUDIT_LOG = AUDIT_LOGS + "/audit.log";

  /** The cluster's authority, where kubeadm puts it. */
  static final String CLUSTER_CA = "/etc/kubernetes/pki/ca.crt";

  private ControlPlanePaths() {}
}
