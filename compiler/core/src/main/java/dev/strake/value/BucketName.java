package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * An S3 bucket: 3 to 63 lower-case letters, digits, hyphens and dots, with a letter or digit at
 * both ends, and not formatted as an address.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">S3:
 *     bucket naming rules</a>
 */
public record BucketName(String text) implements Comparable<BucketName> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public BucketName {
    Names.require(text, problem(text));
  }

  public static Parsed<BucketName> parse(String text) {
    return Names.named(text, "a bucket", problem(text), BucketName::new);
  }

  private static @Nullable String problem(String text) {
    if (text.length() < 3 || text.length() > 63) {
      return "it has %s characters, and 3 to 63 are allowed".formatted(text.length());
    }
    return IpAddress.parse(text) instanceof Parsed.Ok
        ? "it is written as an address"
        : Names.subdomainProblem(text);
  }

  @Override
  public int compareTo(BucketName other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
