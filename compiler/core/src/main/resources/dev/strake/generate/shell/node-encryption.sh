# Settings: ENCRYPTION_KEYS, a file on the host; ENCRYPTION, what is made of it; ENCRYPTION_PROVIDER;
# ENCRYPTED_RESOURCES.

encryption() {
  encryption_configuration "$ENCRYPTION_PROVIDER" "$ENCRYPTION_KEYS" "${ENCRYPTED_RESOURCES[@]}"
}

check_encryption() {
  if [[ -s $ENCRYPTION_KEYS ]] && ! encryption >/dev/null; then
    problem "$ENCRYPTION_KEYS holds no keys for $ENCRYPTION_PROVIDER" \
      'write a line "name: key" for each, where a key is 32 random bytes in base64'
  fi
}

# Without its secret the file stays as it is.
todo_encryption() {
  if [[ -s $ENCRYPTION_KEYS || ! -e $ENCRYPTION ]] &&
    ! { [[ -s $ENCRYPTION_KEYS ]] && holds 0600 "$ENCRYPTION" "$(encryption)"; }; then
    printf '%s\n' "write $ENCRYPTION"
  fi
}

do_encryption() { encryption | put 0600 "$ENCRYPTION"; }
