# Arguments: ROLE BYTES. What follows this program on standard input, so many bytes of it, is a
# compressed archive for the folder of what has come in, which begins empty.
main() {
  set -euo pipefail
  local -r role=$1 incoming=/var/lib/strake/.$1.incoming
  umask 022
  mkdir -p /var/lib/strake
  umask 077
  exec 8>>"/run/strake-sync-$role.lock"
  if ! flock --nonblock 8; then
    printf '%s\n' 'another sync is at work on this host' >&2
    exit 75
  fi
  rm -rf -- "$incoming"
  mkdir -- "$incoming"
  if ! head -c "$2" | tar -xzp --no-same-owner -C "$incoming"; then
    rm -rf -- "$incoming"
    exit 1
  fi
}

# On one line, because what bash reads next is the archive.
main "$@"; exit
