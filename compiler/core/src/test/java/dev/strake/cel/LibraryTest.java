package dev.strake.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The API server's own libraries.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/cel/">Common Expression Language in
 *     Kubernetes</a>
 */
class LibraryTest {

  private static CelResult evaluate(String text) {
    return ExpressionCompiler.withVariables(List.of())
        .compile(text, CelType.ANY)
        .orThrow()
        .evaluate(CelBindings.of(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // ip
        "ip('127.0.0.1').family() == 4 && ip('::1').family() == 6",
        "isIP('::') && isIP('2001:db8::1') && isIP('10.0.0.1')",
        "!isIP('127.0.0.256') && !isIP(':::1') && !isIP('010.0.0.1') && !isIP('fe80::1%eth0')",
        "!isIP('::ffff:1.2.3.4') && !isIP('10.0.0.0/8') && !isIP('')",
        "ip.isCanonical('2001:db8::abcd') && !ip.isCanonical('2001:DB8::ABCD')",
        "!ip.isCanonical('2001:db8::0:0:0:abcd') && ip.isCanonical('127.0.0.1')",
        "ip('0.0.0.0').isUnspecified() && ip('::').isUnspecified() && !ip('::1').isUnspecified()",
        "ip('127.255.0.1').isLoopback() && ip('::1').isLoopback() && !ip('128.0.0.1').isLoopback()",
        "!ip('2001:db8::abcd').isLoopback()",
        "ip('224.0.0.255').isLinkLocalMulticast() && !ip('224.0.1.1').isLinkLocalMulticast()",
        "ip('ff02::1').isLinkLocalMulticast() && ip('ff12::1').isLinkLocalMulticast()",
        "!ip('ff05::1').isLinkLocalMulticast() && !ip('fd00::1').isLinkLocalMulticast()",
        "ip('169.254.169.254').isLinkLocalUnicast() && !ip('169.253.0.1').isLinkLocalUnicast()",
        "ip('fe80::1').isLinkLocalUnicast() && ip('febf::1').isLinkLocalUnicast()",
        "!ip('fec0::1').isLinkLocalUnicast() && !ip('fd80::1').isLinkLocalUnicast()",
        "ip('192.168.0.1').isGlobalUnicast() && ip('2001:db8::abcd').isGlobalUnicast()",
        "!ip('255.255.255.255').isGlobalUnicast() && !ip('0.0.0.0').isGlobalUnicast()",
        "!ip('ff00::1').isGlobalUnicast() && !ip('239.1.2.3').isGlobalUnicast()",
        "!ip('169.254.0.1').isGlobalUnicast() && !ip('127.0.0.1').isGlobalUnicast()",
        "ip('2001:DB8:0::1') == ip('2001:db8::1') && string(ip('2001:DB8:0::1')) == '2001:db8::1'",
        // cidr
        "isCIDR('192.168.0.0/16') && isCIDR('::1/128') && isCIDR('10.0.0.1/8')",
        "!isCIDR('192.168.0.0/33') && !isCIDR('::1/129') && !isCIDR('10.0.0.0') && !isCIDR('10/8')",
        "cidr('192.168.0.0/24').containsIP(ip('192.168.0.1'))",
        "!cidr('192.168.0.0/24').containsIP('192.168.1.1')",
        "cidr('192.168.0.77/24').containsIP('192.168.0.1')",
        "!cidr('10.0.0.0/8').containsIP('::1')",
        "cidr('192.168.0.0/16').containsCIDR(cidr('192.168.0.0/24'))",
        "!cidr('192.168.0.0/24').containsCIDR('192.168.0.0/16')",
        "cidr('192.168.0.0/24').containsCIDR('192.168.0.0/24')",
        "!cidr('192.168.1.0/24').containsCIDR('192.168.2.0/24')",
        "cidr('192.168.0.1/24').ip() == ip('192.168.0.1') && cidr('::1/128').prefixLength() == 128",
        "cidr('192.168.0.1/24').masked() == cidr('192.168.0.0/24')",
        "cidr('192.168.0.1/24') != cidr('192.168.0.1/24').masked()",
        "string(cidr('10.0.0.1/8').masked()) == '10.0.0.0/8'",
        // url
        "isURL('https://user:pass@example.com:80/path?query=val#fragment') && isURL('/a')",
        "!isURL('https://a:b:c/') && !isURL('../relative-path') && !isURL('') && !isURL('a b')",
        "!isURL('https://exa mple.com/') && !isURL('https://example.com/%zz') && !isURL(':x')",
        "isURL('mailto:a@example.com') && !isURL('https://[::1/') && !isURL('https://[::1]x/')",
        "url('HTTPS://example.com/').getScheme() == 'https' && url('/path').getScheme() == ''",
        "url('https://example.com:80/').getHost() == 'example.com:80'",
        "url('https://[::1]:80/').getHost() == '[::1]:80' && url('/path').getHost() == ''",
        "url('https://[::1]:80/').getHostname() == '::1'",
        "url('https://user:pw@127.0.0.1:80/').getHostname() == '127.0.0.1'",
        "url('https://example.com:80/').getPort() == '80' && url('https://[::1]/').getPort() == ''",
        "url('https://example.com/path with spaces/').getEscapedPath() == '/path%20with%20spaces/'",
        "url('https://example.com').getEscapedPath() == ''",
        "url('https://example.com/a%2Fb').getEscapedPath() == '/a%2Fb'",
        "url('https://example.com/\u00fc').getEscapedPath() == '/%C3%BC'",
        "url('https://example.com/path#part').getEscapedPath() == '/path'",
        "url('https://e.com/p?k1=a&k2=b&k2=c').getQuery() == {'k1': ['a'], 'k2': ['b', 'c']}",
        "url('https://e.com/p?key with=a+b%21').getQuery() == {'key with': ['a b!']}",
        "url('https://e.com/path?').getQuery() == {} && url('/a').getQuery() == {}",
        // format
        "!format.dns1123Label().validate('my-label').hasValue()",
        "format.dns1123Label().validate('My_label').value().size() == 1",
        "!format.dns1123Subdomain().validate('apiextensions.k8s.io').hasValue()",
        "format.dns1035Label().validate('1a').hasValue()",
        "!format.dns1123LabelPrefix().validate('my-label-prefix-').hasValue()",
        "format.dns1123Label().validate('my-label-prefix-').hasValue()",
        "!format.dns1035LabelPrefix().validate('a-').hasValue()",
        "!format.qualifiedName().validate('apiextensions.k8s.io/v1beta1').hasValue()",
        "format.qualifiedName().validate('a/b/c').hasValue()",
        "!format.labelValue().validate('').hasValue() && format.labelValue().validate('-').hasValue()",
        "!format.uri().validate('http://example.com').hasValue()",
        "!format.uuid().validate('123e4567-e89b-12d3-a456-426614174000').hasValue()",
        "!format.byte().validate('aGVsbG8=').hasValue() && format.byte().validate('!').hasValue()",
        "format.date().validate('2021-02-30').hasValue()",
        "!format.datetime().validate('2021-01-01T00:00:00Z').hasValue()",
        "!format.named('no-such-name').hasValue()",
        "!format.named('dns1123Label').value().validate('a').hasValue()",
        // semver
        "isSemver('1.0.0') && isSemver('0.1.0-alpha.1') && isSemver('1.2.3-a.1+build.01')",
        "!isSemver('hello') && !isSemver('v1.0.0') && !isSemver('1.0') && !isSemver('01.0.0')",
        "!isSemver('1.0.0-01') && !isSemver('1.0.0-') && !isSemver('1.0.0+a..b') && !isSemver('')",
        "isSemver('v1.0', true) && isSemver('01.01.01', true) && isSemver('1', true)",
        "!isSemver('1.0-rc1', true) && !isSemver('Three', true)",
        "semver('1.2.3').major() == 1 && semver('1.2.3').minor() == 2 && semver('1.2.3').patch() == 3",
        "semver('1.2.3').compareTo(semver('2.0.0')) == -1",
        "semver('1.10.0').isGreaterThan(semver('1.9.0')) && semver('1.0.0-rc.1').isLessThan(semver('1.0.0'))",
        "semver('1.0.0-alpha.2').isLessThan(semver('1.0.0-alpha.10'))",
        "semver('1.0.0-1').isLessThan(semver('1.0.0-a')) && semver('1.0.0-a').isLessThan(semver('1.0.0-a.1'))",
        "semver('1.0.0+a') == semver('1.0.0+b') && semver('v1', true) == semver('1.0.0')",
        // sums
        "[1, 3].sum() == 4 && [1.0, 3.0].sum() == 4.0 && [].sum() == 0",
        "[duration('1m'), duration('1s')].sum() == duration('61s')",
        // format of strings
        "'%s is %d'.format([dyn('a'), 7]) == 'a is 7' && '100%%'.format([]) == '100%'",
        "'%.2f %f'.format([dyn(1.005), 2]) == '1.00 2.000000' && '%.1e'.format([1234.5]) == '1.2e+03'",
        "'%x %X %x'.format([dyn(255), 255, 'hi']) == 'ff FF 6869' && '%o'.format([8]) == '10'",
        "'%b %b'.format([dyn(5), true]) == '101 1'",
        "'%s %s %s'.format([dyn([dyn(1), 'a']), {'k': 1.5}, null]) == '[1, a] {k: 1.5} null'",
        // patches, lists
        "jsonpatch.escapeKey('k8s.io/my~label') == 'k8s.io~1my~0label'",
        "[3, 1, 2].sort() == [1, 2, 3] && [[1], [2]].flatten() == [1, 2]",
      })
  void isTrue(String expression) {
    assertEquals(new CelResult.Bool(true), evaluate(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip('127.0.0.256').family()",
        "cidr('1.2.3.4').ip()",
        "cidr('10.0.0.0/8').containsIP('x')",
        "url('../a').getHost()",
        "semver('1.0').major()",
        "['a', 'b'].sum()",
        "[9223372036854775807, 1].sum()",
        "'%s %s'.format(['a'])",
        "'%d'.format(['a'])",
        "'%'.format(['a'])",
        "'%q'.format(['a'])",
        "'%.101f'.format([1.0])",
      })
  void failsAsAValue(String expression) {
    assertInstanceOf(CelResult.Failure.class, evaluate(expression));
  }
}
