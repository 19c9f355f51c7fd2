String log = new File(basedir, 'build.log').text

// Found and said, but the build goes on; what no pattern selects is not even looked for.
assert log.contains("[ERROR] error[pod-security/privileged]: container 'shell' is privileged\n")
assert log =~ /(?m)^ --> (.*\/)?lenient\/manifests\/debug\.yaml:8:37$/
assert log =~ /(?m)^\[INFO\] \d+ errors, .* in 2 files, 2 documents, 2 objects$/
assert !log.contains('resources/memory-limit')
assert !log.contains('rbac/wildcard')
assert log.contains('[INFO] BUILD SUCCESS')
