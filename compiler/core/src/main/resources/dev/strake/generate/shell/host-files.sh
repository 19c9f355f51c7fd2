# Settings: FILES, rows of mode, path in this folder, path on the host.
# Functions of others: accepts PATH CANDIDATE, whether the program that reads a file takes it;
# consumer PATH, the service that has to be told; owe SERVICE.

make_folder() { (umask 022 && mkdir -p -- "$1"); }

# put MODE PATH: standard input becomes the file at once or not at all, whenever the power fails.
put() {
  local -r mode=$1 path=$2
  local -r candidate="${path%/*}/.${path##*/}.strake"
  make_folder "${path%/*}"
  rm -f -- "$candidate"
  cat >"$candidate"
  chmod -- "$mode" "$candidate"
  chown -- root:root "$candidate"
  if ! accepts "$path" "$candidate"; then
    rm -f -- "$candidate"
    stop "$path: the new file is refused, so the old one stays"
  fi
  sync -- "$candidate"
  mv -fT -- "$candidate" "$path"
  if has restorecon; then
    restorecon -F -- "$path"
  fi
}

is_as() {
  local -r mode=$1 path=$2
  [[ -f $path && ! -L $path && $(stat -c '%04a %u %g' -- "$path") == "$mode 0 0" ]]
}

# holds MODE PATH TEXT: for files that hold secrets too, since no other program sees the text.
holds() { is_as "$1" "$2" && [[ $(<"$2") == "$3" ]]; }

is_installed() { is_as "$1" "$3" && cmp -s -- "$DIRECTORY/$2" "$3"; }

todo_files() {
  local -i at
  for ((at = 0; at < ${#FILES[@]}; at += 3)); do
    is_installed "${FILES[@]:at:3}" || printf '%s\n' "write ${FILES[at + 2]}"
  done
}

do_files() {
  local -i at
  local service
  for ((at = 0; at < ${#FILES[@]}; at += 3)); do
    if ! is_installed "${FILES[@]:at:3}"; then
      service=$(consumer "${FILES[at + 2]}")
      if [[ -n $service ]]; then
        owe "$service"
      fi
      put "${FILES[at]}" "${FILES[at + 2]}" <"$DIRECTORY/${FILES[at + 1]}"
    fi
  done
}

# The parts of this folder that must be there, checked before anything changes.
check_folder() {
  local -i at
  for ((at = 0; at < ${#FILES[@]}; at += 3)); do
    if [[ ! -f $DIRECTORY/${FILES[at + 1]} ]]; then
      problem "$DIRECTORY/${FILES[at + 1]} is missing" 'copy the whole folder to the host again'
    fi
  done
}
