# Settings: SECRETS, rows of name, file on the host, variable of the environment, and for what it is
# needed: "join" until the machine is a node, else the file that is made of it.

# A variable of the environment takes the place of a file that is not there.
secret_from_environment() {
  local -r path=$1 variable=$2
  [[ ! -s $path && -n ${!variable-} ]]
}

secret_was_used() {
  local -r use=$1
  if [[ $use == join ]]; then
    is_node
  else
    [[ -e $use ]]
  fi
}

check_secrets() {
  local -i at
  local name path variable
  for ((at = 0; at < ${#SECRETS[@]}; at += 4)); do
    name=${SECRETS[at]} path=${SECRETS[at + 1]} variable=${SECRETS[at + 2]}
    if secret_was_used "${SECRETS[at + 3]}" || secret_from_environment "$path" "$variable"; then
      continue
    fi
    if [[ ! -s $path ]]; then
      problem "$path is missing" "write $name into it (mode 0600, owner root) or set $variable"
    elif [[ $(stat -Lc '%u %a' -- "$path") != '0 '[0-7]00 ]]; then
      problem "$path can be read by others" "chown root and chmod 0600 $path"
    fi
  done
}

todo_secrets() {
  local -i at
  for ((at = 0; at < ${#SECRETS[@]}; at += 4)); do
    if secret_from_environment "${SECRETS[at + 1]}" "${SECRETS[at + 2]}"; then
      printf '%s\n' "write ${SECRETS[at + 1]} from the environment"
    fi
  done
}

do_secrets() {
  local -i at
  local variable
  for ((at = 0; at < ${#SECRETS[@]}; at += 4)); do
    variable=${SECRETS[at + 2]}
    if secret_from_environment "${SECRETS[at + 1]}" "$variable"; then
      printf '%s\n' "${!variable}" | put 0600 "${SECRETS[at + 1]}"
    fi
  done
}
