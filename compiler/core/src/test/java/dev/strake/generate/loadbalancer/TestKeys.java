package dev.strake.generate.loadbalancer;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate that signs itself, made for one test by keytool. */
record TestKeys(Path certificate, SSLContext context) {

  private static final String PASSWORD = "for-this-test-only";

  /** Of an API server: for the name that health checks ask for, and for localhost. */
  static TestKeys make(Path folder) throws Exception {
    return make(folder, "dns:localhost,dns:" + HealthCheck.SERVER_NAME);
  }

  /** Of a server with other names. */
  static TestKeys make(Path folder, String names) throws Exception {
    Files.createDirectories(folder);
    Path store = folder.resolve("keys.p12");
    Path certificate = folder.resolve("server.crt");
    keytool(
        List.of(
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=" + names,
            "-ext",
            "bc=ca:true",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            store.toString()));
    keytool(
        List.of(
            "-exportcert",
            "-rfc",
            "-alias",
            "server",
            "-file",
            certificate.toString(),
            "-storepass",
            PASSWORD,
            "-keystore",
            store.toString()));
    return new TestKeys(certificate, context(store));
  }

  private static void keytool(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
  }

  private static SSLContext context(Path file) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory mine = KeyManagerFactory.getInstance("PKIX");
    mine.init(keys, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory others = TrustManagerFactory.getInstance("PKIX");
    others.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(mine.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }
}
