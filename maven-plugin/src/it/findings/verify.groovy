String log = new File(basedir, 'build.log').text
String folder = 'findings/src/main/strake'

// Whole frames at their severity's level, the first line behind the level.
assert log.contains('[ERROR] error[spec/cidr-overlap]: the service block 10.96.0.0/12 overlaps')
assert log =~ /(?m)^  --> (.*\/)?${folder}\/cluster\.yaml:10:29$/
assert log.contains('10 |     services: {cidrBlocks: [10.96.0.0/12]}\n')
assert log.contains("[ERROR] error[pod-security/privileged]: container 'shell' is privileged\n")
assert log =~ /(?m)^ --> (.*\/)?${folder}\/apps\/debug\.yaml:8:37$/
assert !log.contains('\u001b[')

assert log.contains('[INFO] 2 errors, 1 info in 2 files, 2 documents, 1 object, 1 cluster')
assert log.contains('[INFO] info[policy/not-judged]: policies about many objects were not asked')
assert log.contains('2 findings at or over error')
assert log.contains('MojoFailureException')
assert !new File(basedir, 'target/strake').exists()
