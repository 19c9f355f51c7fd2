has_package() { rpm -q --quiet "$1"; }

# Prints nothing if the package is not there.
package_version() {
  if has_package "$1"; then
    rpm -q --qf '%{VERSION}' "$1"
  fi
}

at_version() { printf '%s\n' "$1-$2"; }

add() { run dnf -y --setopt=install_weak_deps=False --disableexcludes=all install "$@"; }

# The repositories' own files keep their packages out of updates.
is_held() { :; }

hold() { :; }
