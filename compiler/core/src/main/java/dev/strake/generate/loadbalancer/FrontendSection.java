package dev.strake.generate.loadbalancer;

/** Takes connections and hands them, still encrypted, to one backend. */
record FrontendSection(String name, Listener bind, String backend) implements HaproxySection {

  @Override
  public void writeTo(HaproxyText text) {
    text.section("frontend", name);
    text.line("bind", bind.toString());
    text.line("default_backend", backend);
  }
}
