# Arguments: ROLE OFFSET SECONDS. Prints what bootstrap.sh has said from a byte on, as soon as there
# is any, and on standard error how the run stands.
main() {
  set -euo pipefail
  export LC_ALL=C
  local -r role=$1 run=/run/strake/$1
  local -ri offset=$2
  local -i turns=$(($3 * 5))
  local state
  state=$(state_of "$role" "$run")
  while ((turns > 0 && $(stat -c %s -- "$run/output") <= offset)) && [[ $state == running ]]; do
    sleep 0.2
    turns=$((turns - 1))
    state=$(state_of "$role" "$run")
  done
  tail -c "+$((offset + 1))" -- "$run/output" | { head -c 65536; cat >/dev/null; }
  printf '@run %s\n' "$state" >&2
}

state_of() {
  if ! flock --nonblock "/run/strake-sync-$1.lock" true; then
    printf 'running\n'
  elif [[ -f $2/status ]]; then
    printf 'ended %s\n' "$(head -c 3 -- "$2/status")"
  else
    printf 'lost\n'
  fi
}

main "$@" </dev/null
