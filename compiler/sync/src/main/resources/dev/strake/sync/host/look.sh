# Arguments: ROLE. Prints what this host has of its folder and of the runs of its bootstrap.sh. What
# a login shell may have said before the first line does not count.
main() {
  set -euo pipefail
  export LC_ALL=C
  local -r role=$1
  local -r folder=/var/lib/strake/$role applied=/var/lib/strake/applied/$role run=/run/strake/$role
  printf '@host 1\n'
  if [[ -f $applied ]]; then
    printf '@applied %s\n' "$(head -c 64 -- "$applied")"
  fi
  if command -v kubelet >/dev/null; then
    printf '@kubelet %s\n' "$(kubelet --version | head -c 64)"
  fi
  look_at_run "$role" "$run"
  if [[ -d $folder ]]; then
    cd -- "$folder"
    find . -type f ! -path ./cloud-init.yaml -print0 | sort -z | xargs -0r sha256sum --
  fi
  printf '@end\n'
}

# A run holds its lock until its status is written; bootstrap.sh, which people start too, has its own.
look_at_run() {
  local -r role=$1 run=$2
  if is_held "/run/strake-sync-$role.lock"; then
    printf '@run running\n'
  elif is_held "/run/strake-$role.lock"; then
    printf '@run busy\n'
  elif [[ -f $run/status ]]; then
    printf '@run ended %s\n' "$(head -c 3 -- "$run/status")"
  elif [[ -d $run ]]; then
    printf '@run lost\n'
  fi
}

is_held() { [[ -e $1 ]] && ! flock --nonblock "$1" true; }

main "$@" </dev/null
