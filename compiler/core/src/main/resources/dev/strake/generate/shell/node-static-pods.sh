# Settings: STATIC_PODS, rows of mode, path in this folder, and path below /etc/kubernetes/manifests.
# Functions of others: is_node; is_installed, put, holds.

# kubeadm's preflight looks for its own manifests only, and the kubelet passes over names with a dot:
# https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/preflight/checks.go
# https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/config/file_linux.go

check_static_pods() {
  local -i at
  for ((at = 0; at < ${#STATIC_PODS[@]}; at += 3)); do
    if [[ ! -f $DIRECTORY/${STATIC_PODS[at + 1]} ]]; then
      problem "$DIRECTORY/${STATIC_PODS[at + 1]} is missing" 'copy the whole folder to the host again'
    fi
  done
}

# admin.conf has no rights before the end of kubeadm init, which needs these pods much earlier; what
# kubeadm keeps for such cases has them from the start, and exists on this machine only:
# https://github.com/kube-vip/kube-vip/issues/684
with_first_rights() {
  local line
  while IFS= read -r line; do
    if [[ $line == *" path: $ADMIN" ]]; then
      line="${line%/*}/super-admin.conf"
    fi
    printf '%s\n' "$line"
  done <"$1"
}

todo_first_pods() {
  local -i at
  if is_node; then
    return 0
  fi
  for ((at = 0; at < ${#STATIC_PODS[@]}; at += 3)); do
    if ! holds "${STATIC_PODS[at]}" "${STATIC_PODS[at + 2]}" \
      "$(with_first_rights "$DIRECTORY/${STATIC_PODS[at + 1]}")"; then
      printf '%s\n' "write ${STATIC_PODS[at + 2]}, with super-admin.conf until kubeadm has ended"
    fi
  done
}

do_first_pods() {
  local -i at
  for ((at = 0; at < ${#STATIC_PODS[@]}; at += 3)); do
    with_first_rights "$DIRECTORY/${STATIC_PODS[at + 1]}" |
      put "${STATIC_PODS[at]}" "${STATIC_PODS[at + 2]}"
  done
}

# Only now: before kubeadm join there is no admin.conf either. The last of all changes, since a pod
# that starts again may let go of the address by which this script reaches the cluster.
todo_static_pods() {
  local -i at
  for ((at = 0; at < ${#STATIC_PODS[@]}; at += 3)); do
    is_installed "${STATIC_PODS[@]:at:3}" || printf '%s\n' "write ${STATIC_PODS[at + 2]}"
  done
}

do_static_pods() {
  local -i at
  for ((at = 0; at < ${#STATIC_PODS[@]}; at += 3)); do
    if ! is_installed "${STATIC_PODS[@]:at:3}"; then
      put "${STATIC_PODS[at]}" "${STATIC_PODS[at + 2]}" <"$DIRECTORY/${STATIC_PODS[at + 1]}"
    fi
  done
}
