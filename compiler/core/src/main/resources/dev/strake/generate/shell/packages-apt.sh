has_package() {
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Prints nothing if the package is not there.
package_version() {
  if has_package "$1"; then
    dpkg-query -W -f '${Version}' "$1"
  fi
}

at_version() { printf '%s\n' "$1=$2"; }

# Files that we wrote stay as they are when their package comes.
add() {
  run apt-get -q update
  run env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
    --allow-change-held-packages -o Dpkg::Options::=--force-confold install "$@"
}

is_held() { [[ $'\n'$(apt-mark showhold)$'\n' == *$'\n'"$1"$'\n'* ]]; }

hold() { run apt-mark hold "$1"; }
