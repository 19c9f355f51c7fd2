package dev.strake.git;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.jspecify.annotations.Nullable;

/** HTTP connections that are metered, and trust the authorities that they are told to trust. */
final class HttpAccess implements HttpConnectionFactory {

  private final FetchBudget budget;
  private final TrustManager @Nullable [] trusted;

  private HttpAccess(FetchBudget budget, TrustManager @Nullable [] trusted) {
    this.budget = budget;
    this.trusted = trusted;
  }

  /**
   * @param authorities certificates in PEM; empty for those of the JVM
   */
  static HttpAccess of(FetchBudget budget, Optional<Path> authorities) throws IOException {
    return new HttpAccess(budget, authorities.isEmpty() ? null : trust(authorities.get()));
  }

  private static TrustManager[] trust(Path authorities) throws IOException {
    try (InputStream in = Files.newInputStream(authorities)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + count++, authority);
      }
      if (count == 0) {
        throw new IOException("there is no certificate in " + authorities);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new IOException("there are no certificates in PEM in " + authorities, e);
    }
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return trusting(new Metered(url, budget));
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    return trusting(new Metered(url, proxy, budget));
  }

  private HttpConnection trusting(Metered connection) throws IOException {
    try {
      if (trusted != null && connection.getURL().getProtocol().equals("https")) {
        connection.configure(null, trusted, null);
      }
      return connection;
    } catch (GeneralSecurityException e) {
      throw new IOException("no TLS with these authorities", e);
    }
  }

  private static final class Metered extends JDKHttpConnection {

    private final FetchBudget budget;

    Metered(URL url, FetchBudget budget) throws IOException {
      super(url);
      this.budget = budget;
    }

    Metered(URL url, Proxy proxy, FetchBudget budget) throws IOException {
      super(url, proxy);
      this.budget = budget;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return budget.metered(super.getInputStream());
    }
  }
}
