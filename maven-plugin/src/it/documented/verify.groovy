String log = new File(basedir, 'build.log').text
assert log.contains(':validate (default)')
assert log.contains(':compile (default)')
assert log.count('[INFO] 1 info in 1 file, 1 document') == 2

File out = new File(basedir, 'target/strake/ha-production')
assert log.contains("[INFO] Writing to ${out.parentFile}: ha-production")
assert new File(out, 'index.json').isFile()
assert new File(out, 'nodes/cp-1/kubeadm.yaml').text.contains('192.168.1.200:6443')
assert new File(out, 'loadbalancers/lb-1/haproxy.cfg').text.contains('192.168.1.102:6443')
