# Arguments: ROLE. Puts a folder that was sent in place of the one that is there, once it is whole:
# sums, and in files those that have changed. All others are taken from the folder that is there.
main() {
  set -euo pipefail
  export LC_ALL=C
  umask 077
  local -r role=$1
  local -r folder=/var/lib/strake/$role previous=/var/lib/strake/.$role.previous
  local path
  take_locks "$role"
  readonly incoming=/var/lib/strake/.$role.incoming
  trap 'rm -rf -- "$incoming"' EXIT
  cd -- "$incoming"
  mkdir -p files
  while read -r _ path; do
    if [[ ! -e files/$path ]]; then
      mkdir -p -- "files/${path%/*}"
      cp -p -- "$folder/$path" "files/$path"
    fi
  done <sums
  (cd files && sha256sum --check --strict --quiet ../sums)
  if (($(find files -type f | wc -l) != $(wc -l <sums))); then
    printf '%s\n' 'there is more in the folder than was to be sent' >&2
    exit 1
  fi
  sync -f -- files
  rm -rf -- "$previous"
  if [[ -e $folder ]]; then
    mv -T -- "$folder" "$previous"
  fi
  mv -T -- files "$folder"
  rm -rf -- "$previous"
}

take_locks() {
  exec 8>>"/run/strake-sync-$1.lock" 9>>"/run/strake-$1.lock"
  if ! flock --nonblock 8 || ! flock --nonblock 9; then
    printf '%s\n' 'bootstrap.sh, or another sync, is at work on this host' >&2
    exit 75
  fi
}

main "$@" </dev/null
