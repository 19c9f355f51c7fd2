package dev.strake.value;

import java.util.Locale;
import java.util.regex.Pattern;

/** An Ethernet address: {@code 52:54:00:12:34:56}; equal whatever the case of its letters. */
public record MacAddress(String text) implements Comparable<MacAddress> {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

  /** Keeps the address in lower case. */
  public MacAddress {
    text = text.toLowerCase(Locale.ROOT);
  }

  public static Parsed<MacAddress> parse(String text) {
    MacAddress address = new MacAddress(text.replace('-', ':'));
    if (!FORM.matcher(address.text).matches()) {
      return Parsed.bad("an Ethernet address", "write six pairs of digits: 52:54:00:12:34:56");
    }
    boolean group = (Integer.parseInt(address.text.substring(0, 2), 16) & 1) != 0;
    return group
        ? Parsed.bad("an Ethernet address of one machine: it names a group")
        : Parsed.ok(address);
  }

  @Override
  public int compareTo(MacAddress other) {
    return text.compareTo(other.text);
  }

  /** In lower case, with colons. */
  @Override
  public String toString() {
    return text;
  }
}
