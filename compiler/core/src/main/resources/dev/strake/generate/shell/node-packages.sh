# Settings: PACKAGES, rows of name and version of Kubernetes' packages; CONTAINERD, its version;
# CONTAINERD_PACKAGE, the version of its package; CONTAINERD_URI, apt's, or nothing; HOLD.

readonly CONTAINERD_SOURCE=/etc/apt/sources.list.d/containerd.sources

# Its suites are named after releases, which only the host knows for sure.
containerd_source() {
  printf '%s\n' 'Types: deb' "URIs: $CONTAINERD_URI" "Suites: $(os_release VERSION_CODENAME)" \
    'Components: stable' 'Signed-By: /etc/apt/keyrings/containerd.asc'
}

todo_containerd_source() {
  if [[ -n $CONTAINERD_URI ]] && ! holds 0644 "$CONTAINERD_SOURCE" "$(containerd_source)"; then
    printf '%s\n' "write $CONTAINERD_SOURCE"
  fi
}

do_containerd_source() { containerd_source | put 0644 "$CONTAINERD_SOURCE"; }

# Of whatever package: a distribution's 2.3.2~ds1-1 is as good. Prints nothing if there is none.
containerd_version() {
  local version
  if has containerd; then
    read -r _ _ version _ <<<"$(containerd --version)"
    version=${version#v}
    [[ $version == "$CONTAINERD" ]] || version=${version%%[~+-]*}
    printf '%s\n' "$version"
  fi
}

# A node's versions change in an upgrade only: that drains the node first, and keeps an order.
wants() {
  local -r there=$1 wanted=$2
  [[ -z $there ]] || { [[ $there != "$wanted" ]] && ! is_node; }
}

# Prints what the package manager shall install, one a line.
missing_packages() {
  local -i at
  if wants "$(containerd_version)" "$CONTAINERD"; then
    at_version containerd.io "$CONTAINERD_PACKAGE"
  fi
  for ((at = 0; at < ${#PACKAGES[@]}; at += 2)); do
    if wants "$(package_version "${PACKAGES[at]}")" "${PACKAGES[at + 1]}"; then
      at_version "${PACKAGES[@]:at:2}"
    fi
  done
}

todo_packages() {
  local package
  while IFS= read -r package; do
    [[ -z $package ]] || printf '%s\n' "install $package"
  done <<<"$(missing_packages)"
}

do_packages() {
  local -a missing
  mapfile -t missing <<<"$(missing_packages)"
  owe containerd
  add "${missing[@]}"
}

note_version() {
  local -r name=$1 there=$2 wanted=$3
  if [[ -n $there && $there != "$wanted" ]]; then
    say "note: $name is $there here and $wanted in the spec; an upgrade changes that, not this script"
  fi
}

note_versions() {
  local -i at
  if ! is_node; then
    return
  fi
  note_version containerd "$(containerd_version)" "$CONTAINERD"
  for ((at = 0; at < ${#PACKAGES[@]}; at += 2)); do
    note_version "${PACKAGES[at]}" "$(package_version "${PACKAGES[at]}")" "${PACKAGES[at + 1]}"
  done
}

# Prints the packages that updates must leave alone and would not, one a line.
loose_packages() {
  local -i at
  if has_package containerd.io && ! is_held containerd.io; then
    printf '%s\n' containerd.io
  fi
  for ((at = 0; at < ${#PACKAGES[@]}; at += 2)); do
    is_held "${PACKAGES[at]}" || printf '%s\n' "${PACKAGES[at]}"
  done
}

todo_hold() {
  local package
  if $HOLD; then
    while IFS= read -r package; do
      [[ -z $package ]] || printf '%s\n' "hold $package"
    done <<<"$(loose_packages)"
  fi
}

do_hold() {
  local package
  while IFS= read -r package; do
    hold "$package"
  done <<<"$(loose_packages)"
}
