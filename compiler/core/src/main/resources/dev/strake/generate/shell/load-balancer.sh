# Settings: PASSWORD, VRRP's, a file on the host or nothing; AUTHENTICATION, what is made of it;
# HAPROXY, KEEPALIVED, their configurations; SELINUX_BOOLEANS.

preflight() {
  check_tools awk cmp flock ip sha256sum stat systemctl xargs
  if ((${#problems[@]} > 0)); then
    return
  fi
  check_folder
  check_system
  check_addresses
  check_secrets
  check_password
}

# Secrets are asked for by the files that are made of them.
is_node() { false; }

# Both programs know better than we what fits this host.
accepts() {
  local -r path=$1 candidate=$2
  case $path in
    "$HAPROXY") haproxy -c -q -f "$candidate" ;;
    "$KEEPALIVED") keepalived --config-test --use-file="$candidate" ;;
  esac
}

consumer() {
  case $1 in
    /etc/haproxy/*) printf 'haproxy\n' ;;
    /etc/keepalived/*) printf 'keepalived\n' ;;
    /etc/systemd/system/*) printf 'daemon-reload\n' ;;
  esac
}

check_password() {
  if [[ -s $PASSWORD ]] && ! vrrp_authentication "$PASSWORD" >/dev/null; then
    problem "$PASSWORD is no password of VRRP" 'write 1 to 8 letters and digits'
  fi
}

# Without its secret the file stays as it is.
todo_password() {
  if [[ -n $PASSWORD && ( -s $PASSWORD || ! -e $AUTHENTICATION ) ]] &&
    ! { [[ -s $PASSWORD ]] && holds 0600 "$AUTHENTICATION" "$(vrrp_authentication "$PASSWORD")"; }; then
    printf '%s\n' "write $AUTHENTICATION"
  fi
}

do_password() {
  owe keepalived
  vrrp_authentication "$PASSWORD" | put 0600 "$AUTHENTICATION"
}

# Where SELinux rules, HAProxy may not use an API server's port unless told so.
todo_selinux() {
  local boolean
  if has getsebool; then
    for boolean in "${SELINUX_BOOLEANS[@]}"; do
      [[ $(getsebool "$boolean" 2>/dev/null || :) != *off ]] || printf '%s\n' "set $boolean"
    done
  fi
}

do_selinux() {
  local boolean
  for boolean in "${SELINUX_BOOLEANS[@]}"; do run setsebool -P "$boolean" on; done
}
