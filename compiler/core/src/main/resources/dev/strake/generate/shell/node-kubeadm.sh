# Settings: NODE; KUBEADM, init, join-control-plane or join; ENDPOINT; UPLOAD_CERTS;
# CERTIFICATE_KEY, a file or nothing; TOKEN and AUTHORITY, files; ETCD_DATA, nothing where etcd
# is elsewhere; CRI_SOCKET; DISCOVERY.

readonly ADMIN=/etc/kubernetes/admin.conf
readonly UNDER_WAY=$STATE/kubeadm-under-way

kube() { kubectl --kubeconfig="$ADMIN" --request-timeout=30s "$@"; }

# kubeadm's last acts: a worker's kubelet has a certificate of its own; a control plane is marked as
# one; the cluster's first lets others in, and has its DNS.
kubeadm_is_complete() {
  [[ -s /etc/kubernetes/kubelet.conf && ! -e /etc/kubernetes/bootstrap-kubelet.conf ]] || return 1
  if [[ $KUBEADM == join ]]; then
    return 0
  fi
  [[ -s $ADMIN ]] || return 1
  [[ -n $(kube get nodes -o name -l node-role.kubernetes.io/control-plane \
    --field-selector "metadata.name=$NODE" 2>/dev/null) ]] || return 1
  if [[ $KUBEADM == init ]]; then
    kube -n kube-public get configmap cluster-info -o name >/dev/null 2>&1 || return 1
    kube -n kube-system get configmap kubelet-config -o name >/dev/null 2>&1
  fi
}

# Where a run of kubeadm was cut off, what it left decides; else a kubelet.conf is the end of one.
is_node() {
  [[ -s /etc/kubernetes/kubelet.conf ]] || return 1
  [[ ! -e $UNDER_WAY ]] || kubeadm_is_complete
}

# What a machine that is no node must not have: kubeadm would stumble over it later.
leftovers() {
  local path
  for path in /etc/kubernetes/{admin,super-admin,kubelet,bootstrap-kubelet}.conf \
    /etc/kubernetes/{controller-manager,scheduler}.conf \
    /etc/kubernetes/manifests/{kube-apiserver,etcd}.yaml ${ETCD_DATA:+"$ETCD_DATA/member"}; do
    if [[ -e $path ]]; then
      printf '%s\n' "$path"
    fi
  done
}

check_kubeadm() {
  local found
  if is_node; then
    if $reset; then
      problem 'this machine is a node already' \
        '--reset is for runs of kubeadm that were interrupted; drain it and run kubeadm reset yourself'
    fi
    return 0
  fi
  found=$(leftovers)
  if [[ -n $found ]] && ! $reset; then
    if [[ -e $UNDER_WAY ]]; then
      problem "kubeadm was interrupted and left ${found//$'\n'/ }" \
        'run this with --reset: it takes that back with kubeadm reset, and begins again'
    else
      problem "there are traces of another cluster: ${found//$'\n'/ }" \
        'if nobody needs them, run this with --reset, which runs kubeadm reset'
    fi
  fi
}

todo_reset() {
  if $reset && [[ -n $(leftovers) ]] && ! is_node; then
    printf '%s\n' 'take back what an interrupted kubeadm left'
  fi
}

do_reset() {
  run kubeadm reset --force --cri-socket "$CRI_SOCKET"
  rm -f -- "$UNDER_WAY"
}

# How a machine that joins finds the cluster, and believes that it is the right one. The token stays
# in its own file.
discovery() {
  printf '%s\n' \
    'apiVersion: v1' \
    'kind: Config' \
    'clusters:' \
    '- name: cluster' \
    '  cluster:' \
    "    server: https://$ENDPOINT" \
    "    certificate-authority-data: $(base64 -w 0 -- "$1")" \
    'contexts:' \
    '- name: join' \
    '  context:' \
    '    cluster: cluster' \
    '    user: joining-node' \
    'current-context: join' \
    'users:' \
    '- name: joining-node' \
    '  user:' \
    "    tokenFile: $TOKEN"
}

todo_discovery() {
  if ! is_node &&
    ! { [[ -s $AUTHORITY ]] && holds 0600 "$DISCOVERY" "$(discovery "$AUTHORITY")"; }; then
    printf '%s\n' "write $DISCOVERY"
  fi
}

do_discovery() { discovery "$AUTHORITY" | put 0600 "$DISCOVERY"; }

# kubeadm has no way to read this key from a file of its own.
with_certificate_key() {
  local -r after=$1 indent=$2
  local key line
  key=$(<"$CERTIFICATE_KEY")
  while IFS= read -r line; do
    printf '%s\n' "$line"
    if [[ $line == "$after" ]]; then
      printf '%scertificateKey: %s\n' "$indent" "$key"
    fi
  done <"$DIRECTORY/kubeadm.yaml"
}

readonly TOKEN_SHAPE='^([a-z0-9]{6})\.([a-z0-9]{16})$'

check_token() {
  if [[ -s $TOKEN && ! $(<"$TOKEN") =~ $TOKEN_SHAPE ]]; then
    problem "$TOKEN holds no bootstrap token" 'write what kubeadm token generate prints'
  fi
}

check_authority() {
  if ! is_node && [[ ! -s $AUTHORITY ]]; then
    problem "$AUTHORITY is missing, with which this machine knows the cluster" \
      'copy /etc/kubernetes/pki/ca.crt from the first control plane'
  fi
}

check_certificate_key() {
  if [[ -s $CERTIFICATE_KEY && ! $(<"$CERTIFICATE_KEY") =~ ^[0-9a-f]{64}$ ]]; then
    problem "$CERTIFICATE_KEY holds no certificate key" \
      'write what kubeadm certs certificate-key prints'
  fi
}

todo_kubeadm() { is_node || printf '%s\n' "run kubeadm ${KUBEADM%%-*}"; }

do_kubeadm() {
  local config=$DIRECTORY/kubeadm.yaml
  local -a options=()
  if [[ -n $CERTIFICATE_KEY ]]; then
    config=/run/strake/kubeadm.yaml
    case $KUBEADM in
      init) with_certificate_key 'kind: InitConfiguration' '' ;;
      *) with_certificate_key 'controlPlane:' '  ' ;;
    esac | put 0600 "$config"
  fi
  if [[ $KUBEADM == init ]]; then
    options+=(--skip-token-print)
    if $UPLOAD_CERTS; then
      options+=(--upload-certs --skip-certificate-key-print)
    fi
  fi
  printf '%s\n' "$KUBEADM" | put 0600 "$UNDER_WAY"
  run kubeadm "${KUBEADM%%-*}" --config "$config" "${options[@]}"
  rm -f -- "$UNDER_WAY" /run/strake/kubeadm.yaml
}

# Left behind where the end of kubeadm was the end of this script too.
todo_tidy() {
  local path
  for path in "$UNDER_WAY" /run/strake/kubeadm.yaml; do
    if [[ -e $path ]]; then
      printf '%s\n' "remove $path"
    fi
  done
}

do_tidy() { rm -f -- "$UNDER_WAY" /run/strake/kubeadm.yaml; }
