#!/bin/bash
# root.sh ROOT ADDRESS... -- COMMAND...: runs a command with a root file system of its own and a
# network of its own. Programs are the machine's, read-only; everything else is ROOT's and stays
# there for the next run.
set -euo pipefail
root=$1
shift
addresses=()
while [[ $1 != -- ]]; do
  addresses+=("$1")
  shift
done
shift

if [[ ${INSIDE-} != yes ]]; then
  INSIDE=yes exec unshare --mount --net --pid --fork --kill-child -- "$0" "$root" "${addresses[@]}" -- "$@"
fi
unset INSIDE

ip link set lo up
for address in "${addresses[@]}"; do
  ip address add "$address" dev lo
done
for folder in bin etc/alternatives lib lib32 lib64 sbin usr; do
  if [[ -L /$folder ]]; then
    [[ -L $root/$folder ]] || ln -s "$(readlink "/$folder")" "$root/$folder"
  elif [[ -d /$folder ]]; then
    mkdir -p "$root/$folder"
    mount --rbind -o ro "/$folder" "$root/$folder"
  fi
done
mkdir -p "$root"/{dev,etc,proc,root,run,sys/fs/cgroup,tmp,var/lib,var/log,state}
: >"$root/sys/fs/cgroup/cgroup.controllers"
mount --bind /dev "$root/dev"
mount -t proc proc "$root/proc"
exec chroot "$root" /usr/bin/env -i PATH=/stand-ins:/usr/sbin:/usr/bin:/sbin:/bin \
  setsid --wait "$@"
