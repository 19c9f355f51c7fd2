package dev.strake.render;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import com.marcnuri.helm.jni.NativeLibrary;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The program that renders one chart: Helm is a library of this process, so the process is one that
 * may come to grief. It prints a line that says what became of it, and then the text.
 *
 * <p>The chart is rendered twice, since chance and the clock can be part of a template.
 */
final class HelmMain {

  static final String RENDERED = "rendered ";
  static final String FAILED = "failed";
  static final String UNAVAILABLE = "unavailable";

  private HelmMain() {}

  /**
   * @param args the chart's folder, the release's name, its namespace, the version of Kubernetes,
   *     and then files of values
   */
  public static void main(String[] args) {
    // Whatever the library prints goes elsewhere.
    PrintStream out = System.out;
    System.setOut(System.err);
    byte[] answer = answer(args).getBytes(StandardCharsets.UTF_8);
    out.write(answer, 0, answer.length);
    out.flush();
  }

  private static String answer(String[] args) {
    if (!hasLibrary()) {
      return UNAVAILABLE + "\nthere is no Helm for this kind of machine";
    }
    try {
      String first = render(args);
      return RENDERED + firstDifference(first, render(args)) + "\n" + first;
    } catch (RuntimeException e) {
      return FAILED + "\n" + e.getMessage();
    }
  }

  /** Without one, the library would be fetched. */
  private static boolean hasLibrary() {
    Iterator<NativeLibrary> found = ServiceLoader.load(NativeLibrary.class).iterator();
    return found.hasNext();
  }

  private static String render(String[] args) {
    TemplateCommand command =
        new Helm(Path.of(args[0]))
            .template()
            .withName(args[1])
            .withNamespace(args[2])
            .withKubeVersion(args[3]);
    Arrays.stream(args).skip(4).map(Path::of).forEach(command::withValuesFile);
    return command.call();
  }

  /** The number of the first line that is not the same; 0 if there is none. */
  private static int firstDifference(String first, String second) {
    if (first.equals(second)) {
      return 0;
    }
    List<String> a = first.lines().toList();
    List<String> b = second.lines().toList();
    int line = 0;
    while (line < a.size() && line < b.size() && a.get(line).equals(b.get(line))) {
      line++;
    }
    return line + 1;
  }
}
