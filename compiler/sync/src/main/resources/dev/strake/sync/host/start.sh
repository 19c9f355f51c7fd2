# Arguments: ROLE. Starts bootstrap.sh, which then goes on without whoever has started it.
main() {
  set -euo pipefail
  umask 077
  local -r role=$1
  local -r run=/run/strake/$role
  exec 8>>"/run/strake-sync-$role.lock"
  if ! flock --nonblock 8; then
    printf '%s\n' 'another sync is at work on this host' >&2
    exit 75
  fi
  rm -rf -- "$run"
  mkdir -p -- "$run"
  setsid bash -c "$(declare -f bootstrap); bootstrap \"\$@\"" bootstrap "$role" "$run" \
    </dev/null >"$run/output" 2>&1 &
}

# Holds the lock as long as it lives; what it starts, and what that leaves running, does not.
bootstrap() {
  bash "/var/lib/strake/$1/bootstrap.sh" 8>&-
  printf '%s\n' "$?" >"$2/.status"
  mv -f -- "$2/.status" "$2/status"
}

main "$@" </dev/null
