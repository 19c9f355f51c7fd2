#!/bin/bash
# boot.sh FOLDER CONFIG: a host, in spaces of its own for mounts and processes: FOLDER has its /run
# and its /var/lib, and everything else is this machine's.
set -euo pipefail
if [[ ${INSIDE-} != yes ]]; then
  # Whoever started it may be killed; it ends all the same.
  INSIDE=yes exec timeout --signal=KILL 300 \
    unshare --mount --pid --fork --kill-child --mount-proc -- bash "$0" "$@"
fi
unset INSIDE
mkdir -p "$1/run/sshd" "$1/lib"
if [[ -e $1/small-disk ]]; then
  mount -t tmpfs -o size=96k tmpfs "$1/lib"
  cp -a "$1/before/." "$1/lib"
fi
mount --bind "$1/run" /run
mount --bind "$1/lib" /var/lib
chmod 0755 /run/sshd
# The settings of a person's shell are none of the host's.
mount -t tmpfs tmpfs /root
# Not as the first process of its space, which would not bury others.
/usr/sbin/sshd -D -e -f "$2" &
sleep infinity &
while :; do wait -n || :; done
