package dev.strake.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java files of every module, read as text: class files know neither lines nor imports. */
final class MainSources extends AbstractClassesTransformer<MainSources.SourceText> {

  private static final int DEEPEST_MODULE = 2;

  private static final Pattern LOCAL_CONVERSION =
      Pattern.compile("%([,0]?[0-9]*d|[0-9]*[.][0-9]+f|f)");

  MainSources() {
    super("main source files");
  }

  static ArchCondition<SourceText> haveFewerLinesThan(int limit) {
    return haveFewer("lines", limit, line -> true);
  }

  static ArchCondition<SourceText> haveFewerImportsOfOursThan(int limit) {
    return haveFewer(
        "imports of dev.strake",
        limit,
        line ->
            line.startsWith("import dev.strake.") || line.startsWith("import static dev.strake."));
  }

  /** Its digits are those of the machine's language: Hindi has others. */
  static ArchCondition<SourceText> useNoLocalConversions() {
    return haveFewer(
        "conversions to the local digits", 1, line -> LOCAL_CONVERSION.matcher(line).find());
  }

  @Override
  public Iterable<SourceText> doTransform(JavaClasses ignored) {
    try (Stream<Path> folders =
        Files.find(root(), DEEPEST_MODULE + 3, (path, facts) -> path.endsWith("src/main/java"))) {
      return folders.flatMap(MainSources::filesIn).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<SourceText> filesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream()
          .map(SourceText::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("run this inside the repository: no folder has mvnw");
      }
    }
    return folder;
  }

  private static ArchCondition<SourceText> haveFewer(
      String what, int limit, Predicate<String> counted) {
    return new ArchCondition<>("have fewer than " + limit + " " + what) {
      @Override
      public void check(SourceText source, ConditionEvents events) {
        long count = source.lines().stream().filter(counted).count();
        if (count >= limit) {
          events.add(
              SimpleConditionEvent.violated(source, source.file() + " has " + count + " " + what));
        }
      }
    };
  }

  record SourceText(Path file, List<String> lines) {
    static SourceText read(Path file) {
      try {
        return new SourceText(file, Files.readAllLines(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
