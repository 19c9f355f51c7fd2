package dev.strake.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.Pattern;

/** What makes the result of a method depend on more than its arguments. */
final class Impure {

  static final DescribedPredicate<JavaClass> FILES =
      types(
          "open files",
          """
          java\\.io\\.(File.*|RandomAccessFile)
          java\\.nio\\.file\\.(Files|FileSystems|FileStore|WatchService)
          java\\.nio\\.channels\\.\\w*FileChannel
          java\\.util\\.(zip|jar)\\.(Zip|Jar)File
          """);

  static final DescribedPredicate<JavaClass> NETWORK =
      types(
          "talk to a network",
          """
          java\\.net\\.(\\w*Socket\\w*|\\w*URLConnection|Inet\\w*Address|NetworkInterface)
          java\\.net\\.http\\..*
          java\\.nio\\.channels\\.\\w*(Socket|Datagram)\\w*
          javax\\.net\\..*
          """);

  static final DescribedPredicate<JavaAccess<?>> CLOCK =
      members(
          "it reads a clock",
          """
          java\\.time\\..*\\.now
          java\\.time\\.Clock\\.(system|tick).*
          java\\.lang\\.System\\.(currentTimeMillis|nanoTime)
          java\\.util\\.Date\\.(?!toInstant$).*
          java\\.util\\.(Calendar|GregorianCalendar)\\..*
          """);

  static final DescribedPredicate<JavaAccess<?>> MACHINE =
      members(
          "it depends on the machine",
          """
          java\\.lang\\.System\\.(getenv|getProperty|getProperties|lineSeparator|exit)
          java\\.lang\\.(Boolean\\.getBoolean|Integer\\.getInteger|Long\\.getLong)
          java\\.lang\\.(ProcessBuilder|ProcessHandle|Runtime)\\..*
          java\\.nio\\.charset\\.Charset\\.defaultCharset
          java\\.time\\.ZoneId\\.systemDefault
          java\\.util\\.(Locale|TimeZone)\\.getDefault
          """);

  static final DescribedPredicate<JavaAccess<?>> RANDOMNESS =
      members(
          "it is random",
          """
          java\\.lang\\.Math\\.random
          java\\.security\\.SecureRandom\\..*
          java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)\\..*
          java\\.util\\.random\\..*
          java\\.util\\.Collections\\.shuffle
          java\\.util\\.UUID\\.randomUUID
          """);

  static final DescribedPredicate<JavaAccess<?>> CONSOLE =
      members(
          "it uses the console",
          """
          java\\.lang\\.System\\.(out|err|in|console|setOut|setErr|setIn)
          .*\\.printStackTrace
          """);

  private Impure() {}

  private static DescribedPredicate<JavaClass> types(String what, String patterns) {
    Pattern pattern = anyOf(patterns);
    return describe(what, type -> pattern.matcher(type.getName()).matches());
  }

  private static DescribedPredicate<JavaAccess<?>> members(String what, String patterns) {
    Pattern pattern = anyOf(patterns);
    return describe(
        what,
        access ->
            pattern
                .matcher(access.getTargetOwner().getName() + "." + access.getTarget().getName())
                .matches());
  }

  private static Pattern anyOf(String lines) {
    return Pattern.compile(String.join("|", lines.lines().toList()));
  }
}
