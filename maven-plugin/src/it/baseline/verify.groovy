String log = new File(basedir, 'build.log').text

// A privileged pod breaks no build whose baseline knows it.
assert !log.contains('pod-security/privileged')
assert log =~ /(?m)^\[INFO\] No findings in 1 file, 1 document, 1 object; 5 known from the baseline$/
assert log.contains('[INFO] BUILD SUCCESS')
