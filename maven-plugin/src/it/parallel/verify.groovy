String log = new File(basedir, 'build.log').text
assert log.contains('Using the MultiThreadedBuilder implementation with a thread count of 2')
assert !(log =~ /(?i)not marked as thread-?safe/)
assert log.contains('[INFO] Nothing to check: this aggregator has no src/main/strake and no cluster.yaml')
assert log.count('[INFO] No findings in 1 file, 1 document') == 2

for (String name : ['shop', 'bank']) {
    File out = new File(basedir, "${name}/target/strake/${name}")
    assert new File(out, 'index.json').isFile()
    assert new File(out, 'nodes/cp-1/kubeadm.yaml').text.contains("api.${name}.example.net")
}
