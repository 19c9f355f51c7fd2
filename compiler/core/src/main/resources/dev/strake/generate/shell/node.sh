# Settings: NODE; ENDPOINT_NAME, nothing where it is an address; PORTS; CHECKS, further functions of
# the preflight; LOAD_BALANCER, the folder of the load balancer that this host runs too, or nothing.

readonly -a TOOLS=(awk base64 cmp df flock getconf getent ip modprobe sha256sum stat sysctl
  systemctl xargs)

preflight() {
  local check
  check_tools "${TOOLS[@]}"
  if ((${#problems[@]} > 0)); then
    return
  fi
  check_folder
  check_system
  check_size
  check_addresses
  check_control_groups
  check_load_balancer
  if [[ -n $ENDPOINT_NAME ]]; then
    check_resolves "$ENDPOINT_NAME"
  fi
  check_kubeadm
  if ! is_node; then
    check_free_space
    if [[ -z $(leftovers) ]]; then
      check_ports "${PORTS[@]}"
    fi
  fi
  check_secrets
  for check in "${CHECKS[@]}"; do "$check"; done
  note_hostname "$NODE"
  note_clock
  note_versions
}

# The kubelet refuses the first version of control groups since 1.35:
# https://kubernetes.io/docs/concepts/architecture/cgroups/
check_control_groups() {
  if [[ ! -e /sys/fs/cgroup/cgroup.controllers ]]; then
    problem 'the control groups are version 1' \
      'boot with systemd.unified_cgroup_hierarchy=1, or install a newer system'
  fi
}

check_load_balancer() {
  if [[ -n $LOAD_BALANCER && ! -f $LOAD_BALANCER/bootstrap.sh ]]; then
    problem "$LOAD_BALANCER/bootstrap.sh is missing" \
      "copy this host's folder below loadbalancers/ to $LOAD_BALANCER: kubeadm needs its address"
  fi
}

# kubeadm talks to the virtual address from its first minute on, so something must answer there.
todo_load_balancer() {
  if [[ -n $LOAD_BALANCER ]] &&
    [[ $(bash "$LOAD_BALANCER/bootstrap.sh" --dry-run 2>&1 || :) != *'Nothing to change.' ]]; then
    printf '%s\n' "run $LOAD_BALANCER/bootstrap.sh"
  fi
}

do_load_balancer() { bash "$LOAD_BALANCER/bootstrap.sh"; }

# What a file may look like is checked by those who read it, when they start.
accepts() { :; }

# containerd reads certs.d at every pull, and needs no word.
consumer() {
  case $1 in
    /etc/containerd/certs.d/*) ;;
    /etc/containerd/*) printf 'containerd\n' ;;
    /etc/systemd/resolved.conf.d/*) printf 'systemd-resolved\n' ;;
    /etc/systemd/timesyncd.conf.d/*) printf 'systemd-timesyncd\n' ;;
    /etc/chrony/*) printf 'chrony\n' ;;
    /etc/chrony.conf) printf 'chronyd\n' ;;
    /etc/NetworkManager/*) printf 'NetworkManager\n' ;;
    /etc/systemd/system/*) printf 'daemon-reload\n' ;;
  esac
}
