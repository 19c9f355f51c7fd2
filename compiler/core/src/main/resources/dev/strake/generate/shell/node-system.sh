# Settings: MODULES; SYSCTLS, rows of name and value; SYSCTL_FILE; SWAP_OFF; PLAIN_RESOLV_CONF.

todo_modules() {
  local module
  for module in "${MODULES[@]}"; do
    if [[ ! -d /sys/module/$module ]]; then
      printf '%s\n' "load $module"
    fi
  done
}

do_modules() {
  local module
  for module in "${MODULES[@]}"; do
    run modprobe -- "$module"
  done
}

todo_sysctls() {
  local -i at
  for ((at = 0; at < ${#SYSCTLS[@]}; at += 2)); do
    if [[ $(sysctl -n -- "${SYSCTLS[at]}" 2>/dev/null || :) != "${SYSCTLS[at + 1]}" ]]; then
      printf '%s\n' "set ${SYSCTLS[at]} to ${SYSCTLS[at + 1]}"
    fi
  done
}

do_sysctls() { run sysctl -q -p "$SYSCTL_FILE"; }

active_swap() { awk 'NR > 1 { print $1 }' /proc/swaps; }

fstab_swap() {
  if [[ -f /etc/fstab ]]; then
    awk '$1 !~ /^#/ && $3 == "swap" { print $1 }' /etc/fstab
  fi
}

todo_swap() {
  local entry
  if ! $SWAP_OFF; then
    return 0
  fi
  while IFS= read -r entry; do
    [[ -z $entry ]] || printf '%s\n' "turn off $entry"
  done <<<"$(active_swap)"
  while IFS= read -r entry; do
    [[ -z $entry ]] || printf '%s\n' "take $entry out of /etc/fstab"
  done <<<"$(fstab_swap)"
}

# Swap that no line of fstab asks for, such as zram's, has a unit of its own.
do_swap() {
  local unit
  if [[ -n $(fstab_swap) ]]; then
    if [[ ! -e /etc/fstab.before-strake ]]; then
      put 0644 /etc/fstab.before-strake </etc/fstab
    fi
    awk '$1 !~ /^#/ && $3 == "swap" { printf "# " } { print }' /etc/fstab | put 0644 /etc/fstab
    run systemctl daemon-reload
  fi
  while read -r unit _; do
    [[ -z $unit ]] || run systemctl mask --now -- "$unit"
  done <<<"$(systemctl --no-legend --plain list-units --type=swap)"
  run swapoff -a
}

# Where no daemon keeps resolv.conf, it is a file of ours.
resolv_conf() {
  local address
  for address in "${PLAIN_RESOLV_CONF[@]}"; do
    printf 'nameserver %s\n' "$address"
  done
}

todo_resolv_conf() {
  if ((${#PLAIN_RESOLV_CONF[@]} > 0)) && [[ ! -L /etc/resolv.conf ]] &&
    ! holds 0644 /etc/resolv.conf "$(resolv_conf)"; then
    printf '%s\n' 'write /etc/resolv.conf'
  fi
}

do_resolv_conf() { resolv_conf | put 0644 /etc/resolv.conf; }
