# Settings: BASE_PACKAGES; KEYS, rows of URL, file on the host and fingerprint, which is empty for a
# repository whose key is not known.
# Functions of others: add PACKAGE..., has_package PACKAGE.

# Prints the fingerprints of all keys in a file.
fingerprints() {
  gpg --batch --quiet --no-options --homedir "$1" --with-colons --show-keys "$2" 2>/dev/null |
    awk -F : '$1 == "pub" { primary = 1 } $1 == "fpr" && primary { print $10; primary = 0 }'
}

todo_base_packages() {
  local package
  for package in "${BASE_PACKAGES[@]}"; do
    has_package "$package" || printf '%s\n' "install $package"
  done
}

do_base_packages() {
  local -a missing=()
  local package
  for package in "${BASE_PACKAGES[@]}"; do
    has_package "$package" || missing+=("$package")
  done
  add "${missing[@]}"
}

todo_keys() {
  local -i at
  for ((at = 0; at < ${#KEYS[@]}; at += 3)); do
    is_as 0644 "${KEYS[at + 1]}" || printf '%s\n' "fetch ${KEYS[at]}"
  done
}

# A key that is known is believed only with its fingerprint; another one as far as TLS goes.
do_keys() {
  local folder
  local -i at
  folder=$(mktemp -d)
  for ((at = 0; at < ${#KEYS[@]}; at += 3)); do
    if is_as 0644 "${KEYS[at + 1]}"; then
      continue
    fi
    run curl -fsS --proto =https --tlsv1.2 --retry 5 --max-time 120 -o "$folder/key" -- "${KEYS[at]}"
    if [[ -n ${KEYS[at + 2]} && $(fingerprints "$folder" "$folder/key") != "${KEYS[at + 2]}" ]]; then
      rm -rf -- "$folder"
      stop "${KEYS[at]} is not the key ${KEYS[at + 2]}: somebody stands between, or it was replaced"
    fi
    put 0644 "${KEYS[at + 1]}" <"$folder/key"
  done
  rm -rf -- "$folder"
}
