package dev.strake.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses as texts. */
final class IpText {

  private static final int GROUPS = 8;
  private static final int LONGEST = 45;
  private static final String WHAT = "an IP address";
  private static final String EXAMPLES = "write four numbers, 10.0.0.1, or IPv6, fd00::1";

  private IpText() {}

  static Parsed<IpAddress> parse(String text) {
    if (text.length() > LONGEST) {
      return Parsed.bad(WHAT, EXAMPLES);
    }
    if (text.indexOf('%') >= 0) {
      return Parsed.bad(WHAT + ": zones are not allowed", "leave out the % and what follows");
    }
    if (text.indexOf('/') >= 0) {
      return Parsed.bad(WHAT + ": it has a prefix length", "leave out the / and what follows");
    }
    return text.indexOf(':') >= 0 ? parseIpv6(text) : parseIpv4(text);
  }

  private static Parsed<IpAddress> parseIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Parsed.bad(WHAT, EXAMPLES);
    }
    long bits = 0;
    for (String part : parts) {
      if (!part.matches("[0-9]{1,3}")) {
        return Parsed.bad(WHAT, EXAMPLES);
      }
      if (part.length() > 1 && part.charAt(0) == '0') {
        return Parsed.bad(
            WHAT + ": " + part + " has a leading zero, which some programs read as octal",
            "write " + Integer.parseInt(part));
      }
      int number = Integer.parseInt(part);
      if (number > 255) {
        return Parsed.bad(WHAT + ": its numbers end at 255, and " + part + " is larger");
      }
      bits = bits << 8 | number;
    }
    return Parsed.ok(new IpAddress(IpFamily.IPV4, 0, bits));
  }

  private static Parsed<IpAddress> parseIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return Parsed.bad(WHAT + ": it has :: twice");
    }
    List<Integer> before = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    List<Integer> after = groups(gap < 0 ? "" : text.substring(gap + 2), true);
    if (before == null || after == null) {
      return Parsed.bad(WHAT, EXAMPLES);
    }
    int missing = GROUPS - before.size() - after.size();
    if (gap < 0 ? missing != 0 : missing < 1) {
      return Parsed.bad(WHAT + ": IPv6 has eight groups");
    }
    List<Integer> all = new ArrayList<>(before);
    for (int i = 0; i < missing; i++) {
      all.add(0);
    }
    all.addAll(after);
    IpAddress address =
        new IpAddress(IpFamily.IPV6, bits(all.subList(0, 4)), bits(all.subList(4, 8)));
    return isMappedIpv4(address)
        ? Parsed.bad(
            WHAT + ": it is an IPv4 address written as IPv6",
            "write " + new IpAddress(IpFamily.IPV4, 0, address.low() & 0xffff_ffffL))
        : Parsed.ok(address);
  }

  private static boolean isMappedIpv4(IpAddress address) {
    return address.high() == 0 && address.low() >>> 32 == 0xffff;
  }

  /** Null if they are none. */
  private static @Nullable List<Integer> groups(String text, boolean last) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (last && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        IpAddress tail = parseIpv4(parts[i]).match(ip -> ip, bad -> null);
        if (tail == null) {
          return null;
        }
        groups.add((int) (tail.low() >>> 16));
        groups.add((int) (tail.low() & 0xffff));
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return null;
      }
    }
    return groups;
  }

  private static long bits(List<Integer> groups) {
    long bits = 0;
    for (int group : groups) {
      bits = bits << 16 | group;
    }
    return bits;
  }

  static String print(IpAddress address) {
    long low = address.low();
    if (address.isIpv4()) {
      return (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      long half = i < 4 ? address.high() : low;
      groups[i] = (int) (half >>> (48 - i % 4 * 16) & 0xffff);
    }
    return printGroups(groups);
  }

  private static String printGroups(int[] groups) {
    int gapStart = -1;
    int gapLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int length = zerosFrom(groups, i);
      if (length > gapLength) {
        gapStart = i;
        gapLength = length;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == gapStart) {
        out.append("::");
        i += gapLength - 1;
      } else {
        boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ':';
        out.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }

  private static int zerosFrom(int[] groups, int start) {
    int end = start;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - start;
  }
}
