# Writes the API server's EncryptionConfiguration from the keys on this host. A key appears in no
# argument of a program, in no message and in no trace.
#
#   render_encryption_configuration PROVIDER KEYS_FILE TARGET RESOURCE...
#
# KEYS_FILE has a line "name: base64" for each key, as SOPS decrypts it. The first key encrypts; all
# of them decrypt. TARGET is replaced as a whole, for root alone, and left as it is where nothing
# changes. It must be the same on every control plane.
render_encryption_configuration() {
  local -
  set +x
  local provider=$1 keys_file=$2 target=$3
  shift 3
  local written
  if [[ ! -s $keys_file ]]; then
    printf 'encryption: there are no keys in %s\n' "$keys_file" >&2
    return 1
  fi
  (umask 077 && mkdir -p -- "${target%/*}")
  written=$(umask 077 && mktemp -- "$target.XXXXXX")
  if ! encryption_configuration "$provider" "$keys_file" "$@" >"$written"; then
    rm -f -- "$written"
    return 1
  fi
  if [[ -f $target ]] && cmp -s -- "$written" "$target"; then
    rm -f -- "$written"
    chmod 0600 -- "$target"
  else
    mv -f -- "$written" "$target"
  fi
}

# The text, on standard output. What was written already stays in the cluster as it is until it is
# written again, so that "identity" has to remain for reading.
encryption_configuration() {
  local provider=$1 keys_file=$2 resource
  shift 2
  printf '%s\n' 'apiVersion: apiserver.config.k8s.io/v1' 'kind: EncryptionConfiguration' \
    'resources:' '- resources:'
  for resource in "$@"; do
    printf '  - "%s"\n' "$resource"
  done
  printf '%s\n' '  providers:' "  - $provider:" '      keys:'
  encryption_keys "$provider" "$keys_file" || return 1
  printf '%s\n' '  - identity: {}'
}

encryption_keys() {
  local provider=$1 keys_file=$2
  local pattern='^([A-Za-z0-9][A-Za-z0-9._-]*):[[:space:]]+["'\'']?([A-Za-z0-9+/]+={0,2})["'\'']?[[:space:]]*$'
  local line name secret number=0 found=' '
  while IFS= read -r line || [[ -n $line ]]; do
    number=$((number + 1))
    line=${line%$'\r'}
    if [[ $line =~ ^[[:space:]]*(#.*)?$ || $line == --- ]]; then
      continue
    fi
    if [[ ! $line =~ $pattern ]]; then
      printf 'encryption: %s:%d: not a key as "name: base64"\n' "$keys_file" "$number" >&2
      return 1
    fi
    name=${BASH_REMATCH[1]}
    secret=${BASH_REMATCH[2]}
    if [[ $found == *" $name "* ]]; then
      printf 'encryption: %s:%d: the name %s is there already\n' "$keys_file" "$number" "$name" >&2
      return 1
    fi
    if ! encryption_key_fits "$provider" "$secret"; then
      printf 'encryption: %s:%d: the key is not %s bytes long\n' "$keys_file" "$number" \
        "$(encryption_key_sizes "$provider")" >&2
      return 1
    fi
    found+="$name "
    printf '      - name: "%s"\n        secret: "%s"\n' "$name" "$secret"
  done <"$keys_file"
  if [[ $found == ' ' ]]; then
    printf 'encryption: there are no keys in %s\n' "$keys_file" >&2
    return 1
  fi
}

# The sizes that the API server takes, with spaces or words between them.
encryption_key_sizes() {
  case $1 in
    secretbox) printf '32' ;;
    *) printf '16, 24 or 32' ;;
  esac
}

encryption_key_fits() {
  local bytes sizes
  bytes=$(printf '%s' "$2" | base64 -d 2>/dev/null | wc -c) || return 1
  sizes=" $(encryption_key_sizes "$1") "
  [[ ${sizes//,/ } == *" $((bytes)) "* ]]
}
