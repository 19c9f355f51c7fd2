#!/usr/bin/env bash
# What a test's host does in place of becoming a node: waits, fails, or notes that it was here.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
role=$(<role)
exec 9>"/run/strake-$role.lock"
flock --nonblock 9
printf '%s\n' begin >>/var/lib/runs
printf 'bootstrapping as %s\n' "$role"
while [[ -e /var/lib/hold ]]; do sleep 0.1; done
if [[ -e /var/lib/fail ]]; then
  printf 'error: %s\n' "$(</var/lib/fail)" >&2
  exit 3
fi
printf '%s\n' "$(<name)" >>"$(<journal)"
mkdir -p /var/lib/strake/applied
find . -type f ! -path ./cloud-init.yaml -print0 | LC_ALL=C sort -z | xargs -0 sha256sum -- |
  sha256sum | cut -d ' ' -f 1 >"/var/lib/strake/applied/$role"
# A service that goes on living must not hold anything of a sync's.
sleep 300 9>&- &
printf 'Done.\n'
