#!/bin/bash
# Stands in for programs that need a real machine, by the name under which it is called. What they
# would have changed it notes below /state, and every command line in /state/calls.
set -euo pipefail
unset BASH_ENV
name=${0##*/}
mkdir -p /state/{sysctl,package,held,service,label,token}
printf '%s\n' "$name $*" >>/state/calls

# Ends the caller's whole process group when the file of this name exists, as a power cut would.
die_at() {
  if [[ -e /state/die-at-$1 ]]; then
    rm -f "/state/die-at-$1"
    kill -9 0
  fi
}

last() { printf '%s\n' "${!#}"; }

apt_get() {
  local word at_name=
  if [[ " $* " != *' install '* ]]; then
    return
  fi
  for word in "$@"; do
    if [[ $at_name == install ]]; then
      printf '%s' "${word#*=}" >"/state/package/${word%%=*}"
      if [[ $word == containerd.io=* ]]; then
        printf 'active\nenabled\n' >/state/service/containerd
      fi
      die_at apt-get
    fi
    [[ $word != install ]] || at_name=install
  done
}

dpkg_query() {
  local -r package=$(last "$@")
  [[ -e /state/package/$package ]] || exit 1
  case "$*" in
    *Status*) printf installed ;;
    *) cat "/state/package/$package" ;;
  esac
}

systemctl() {
  local service
  service=$(last "$@")
  case $1 in
    is-active) grep -qx active "/state/service/$service" 2>/dev/null ;;
    is-enabled) grep -qx enabled "/state/service/$service" 2>/dev/null ;;
    enable) printf 'enabled\n' >>"/state/service/$service" ;;
    start) printf 'active\n' >>"/state/service/$service" ;;
    daemon-reload | try-reload-or-restart | mask) die_at "$1" ;;
    *list-units) ;;
  esac
}

sysctl() {
  case $1 in
    -n) cat "/state/sysctl/$(last "$@")" ;;
    -q)
      sed -n 's/ = /=/p' "$(last "$@")" | while IFS='=' read -r key value; do
        printf '%s\n' "$value" >"/state/sysctl/$key"
        die_at sysctl
      done
      ;;
  esac
}

kubeadm() {
  local config
  case $1 in
    reset)
      rm -rf /etc/kubernetes/{admin,super-admin,kubelet,bootstrap-kubelet}.conf /etc/kubernetes/{manifests,pki} \
        /var/lib/etcd /state/{cluster,label,token}
      return
      ;;
  esac
  config=$3
  [[ -s $config ]] || exit 3
  cp "$config" /state/kubeadm.yaml
  mkdir -p /etc/kubernetes/manifests
  if [[ -e /etc/kubernetes/manifests/kube-vip.yaml ]]; then
    cp /etc/kubernetes/manifests/kube-vip.yaml "/state/kube-vip-at-$1.yaml"
  fi
  if [[ $1 == join ]]; then
    grep -q tokenFile /etc/kubernetes/strake/discovery.conf || exit 4
    printf 'x\n' >/etc/kubernetes/bootstrap-kubelet.conf
  fi
  die_at kubeadm-early
  if grep -q 'InitConfiguration\|controlPlane:' "$config"; then
    printf 'x\n' >/etc/kubernetes/admin.conf
    [[ $1 == join ]] || printf 'x\n' >/etc/kubernetes/super-admin.conf
    printf 'x\n' >/etc/kubernetes/manifests/kube-apiserver.yaml
    mkdir -p /var/lib/etcd/member
  fi
  printf 'x\n' >/etc/kubernetes/kubelet.conf
  die_at kubeadm-late
  rm -f /etc/kubernetes/bootstrap-kubelet.conf
  sed -n 's/^  name: //p' "$config" | head -n 1 >/state/cluster
  die_at kubeadm-done
}

kubectl() {
  local label='' all="$*"
  [[ -e /state/cluster ]] || exit 1
  case "$all" in
    *' get nodes '*'-l node-role.kubernetes.io/control-plane '*) printf 'node/%s\n' "$(</state/cluster)" ;;
    *' get nodes '*' -l '*)
      label=${all#* -l }
      if [[ -e /state/label/${label%% *}@${all##*metadata.name=} ]]; then printf 'node/x\n'; fi
      ;;
    *' get nodes '*) printf 'node/%s\n' "$(</state/cluster)" worker-1 ;;
    *' label node '*)
      all=${all#* label node }
      all=${all% --overwrite}
      label=${all#* }
      mkdir -p "/state/label/${label%/*}"
      : >"/state/label/$label@${all%% *}"
      die_at label
      ;;
    *' get configmap '*) printf 'configmap/x\n' ;;
    *' get secret '*) [[ -e /state/token/created ]] ;;
    *' create -f -')
      cat >/state/token/created
      die_at token
      ;;
  esac
}

case $name in
  apt-get) apt_get "$@" ;;
  apt-mark)
    case $1 in
      showhold) ls /state/held ;;
      hold) : >"/state/held/$2" ;;
    esac
    ;;
  dpkg-query) dpkg_query "$@" ;;
  systemctl) systemctl "$@" ;;
  modprobe)
    mkdir -p "/sys/module/$(last "$@")"
    die_at modprobe
    ;;
  sysctl) sysctl "$@" ;;
  containerd) # as its package leaves it
    [[ -e /state/package/containerd.io ]] || exit 1
    version=$(</state/package/containerd.io)
    printf 'containerd containerd.io v%s 0123abcd\n' "${version%-*}"
    ;;
  curl)
    [[ $(last "$@") == https://* ]] || exit 2
    url=$(last "$@")
    while [[ $1 != -o ]]; do shift; done
    printf '%s\n' "$url" >"$2"
    ;;
  gpg)
    case $(<"$(last "$@")") in
      https://pkgs.k8s.io/*) key=DE15B14486CD377B9E876E1A234654DA9A296436 ;;
      *) key=9DC858229FC7DD38854AE2D88D81803C0EBFCD88 ;;
    esac
    [[ ! -e /state/wrong-keys ]] || key=${key//[0-9]/0}
    printf 'pub:\nfpr:::::::::%s:\nsub:\nfpr:::::::::%040d:\n' "$key" 1
    ;;
  kubeadm) kubeadm "$@" ;;
  kubectl) kubectl "$@" ;;
  getsebool | setsebool | restorecon) exit 1 ;;
esac
