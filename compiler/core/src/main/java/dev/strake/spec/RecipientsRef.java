package dev.strake.spec;

import dev.strake.value.RelativePath;

@Doc("For whom something is encrypted.")
@ChosenBy("provider")
@Reference("a reference such as {provider: age, path: config/backup-recipients.txt}")
public sealed interface RecipientsRef {

  @Doc("Public keys of age, one a line.")
  @Key("age")
  record Age(@Doc("The file of the repository that holds them.") RelativePath path)
      implements RecipientsRef {}
}
