package dev.strake.spec;

import dev.strake.value.AbsolutePath;
import dev.strake.value.GoDuration;
import dev.strake.value.RelativePath;
import org.jspecify.annotations.Nullable;

@Doc("Where a file with a secret is; never the secret itself.")
@ChosenBy("provider")
@Reference("a reference such as {provider: sops-age, path: secrets/pki.enc.yaml}")
public sealed interface SecretRef {

  @Doc("A file of the repository, encrypted by SOPS for age keys; hosts decrypt it.")
  @Key("sops-age")
  record SopsAge(@Doc("The encrypted file.") RelativePath path) implements SecretRef {}

  @Doc("A file that somebody has put on the host, readable by root alone.")
  @Key("runtime")
  record Runtime(
      @Doc("The file on the host.") AbsolutePath path,
      @Doc("How long the secret is good for, where it expires: 30m.") @Nullable GoDuration ttl)
      implements SecretRef {}
}
