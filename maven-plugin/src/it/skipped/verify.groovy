String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Skipped, as strake.skip is set')
assert !new File(basedir, 'target').exists()
