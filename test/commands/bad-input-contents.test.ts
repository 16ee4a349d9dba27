import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#store/store.ts';
import { formatSamples } from '#test/support/format-samples.ts';
import { lookedAt, outcomeOfReports, reportLines, type Outcome } from '#test/support/imported-file.ts';
import { emptyStore } from '#test/support/test-store.ts';
import { zipFile, type ZipPart } from '#test/support/zip-file.ts';

let store: Store;
beforeAll(async () => {
  store = await emptyStore();
});

type BadContent = readonly [what: string, file: string, content: string | Uint8Array, outcome: Outcome, code: string, taken: number];

const finding = (over: object = {}): object => ({ ruleId: 'R1', level: 'error', message: { text: 'finding' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a.ts' }, region: { startLine: 10 } } }], partialFingerprints: { primaryLocationLineHash: 'abc:1' }, ...over });
const at = (uri: string): object => ({ locations: [{ physicalLocation: { artifactLocation: { uri } } }] });
const log = (results: unknown, rule: object = {}, run: object = {}, top: object = {}): string =>
  JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'demo', rules: [{ id: 'R1', ...rule }] } }, results, ...run }], ...top });
const severity = (value: unknown): object => ({ properties: { 'security-severity': value } });
const ran = (...times: readonly string[]): object => ({ invocations: times.map((endTimeUtc) => ({ executionSuccessful: true, endTimeUtc })) });

const sarif: readonly BadContent[] = [
  ['no version', 'a.sarif', JSON.stringify({ runs: [{ tool: { driver: { name: 'd' } }, results: [finding()] }] }), 'PARTIAL', 'version', 1],
  ['a later version', 'a.sarif', JSON.stringify({ version: '2.2.0', runs: [] }), 'REJECT', 'version', 0],
  ['runs that are null', 'a.sarif', JSON.stringify({ version: '2.1.0', runs: null }), 'REJECT', 'schema', 0],
  ['no run', 'a.sarif', JSON.stringify({ version: '2.1.0', runs: [] }), 'REJECT', 'no-runs', 0],
  ['results that are an object', 'a.sarif', log({}), 'PARTIAL', 'schema', 0],
  ['results that are no objects', 'a.sarif', log([null, 7, 'x', [], finding()]), 'PARTIAL', 'schema', 1],
  ['a help address that runs a script', 'a.sarif', log([finding()], { helpUri: 'javascript:alert(1)' }), 'PARTIAL', 'url-scheme', 1],
  ['one that hides it behind a tab', 'a.sarif', log([finding()], { helpUri: ' java\tscript:alert(1)' }), 'PARTIAL', 'url-scheme', 1],
  ['a location that runs a script', 'a.sarif', log([finding(at('javascript:alert(1)'))]), 'PARTIAL', 'url-scheme', 1],
  ['a way out of the tree, percent-encoded', 'a.sarif', log([finding(at('..%2f..%2fetc/passwd'))]), 'PARTIAL', 'path-outside-root', 1],
  ['a way out of the tree by dots alone encoded', 'a.sarif', log([finding(at('%2e%2e/%2e%2e/etc/passwd'))]), 'PARTIAL', 'path-outside-root', 1],
  ['a way out of the tree with backslashes', 'a.sarif', log([finding(at('..\\..\\windows\\win.ini'))]), 'PARTIAL', 'path-outside-root', 1],
  ['a security-severity of 11', 'a.sarif', log([finding()], severity('11')), 'PARTIAL', 'number-range', 1],
  ['a negative security-severity', 'a.sarif', log([finding()], severity('-1')), 'PARTIAL', 'number-range', 1],
  ['a security-severity with a comma', 'a.sarif', log([finding()], severity('9,8')), 'PARTIAL', 'number-format', 1],
  ['a security-severity in sixteens', 'a.sarif', log([finding()], severity('0x9')), 'PARTIAL', 'number-format', 1],
  ['a level that is a number', 'a.sarif', log([finding({ level: 3 })]), 'PARTIAL', 'enum', 1],
  ['a level that is an object', 'a.sarif', log([finding({ level: {} })]), 'PARTIAL', 'enum', 1],
  ['a line number without end', 'a.sarif', log([finding()]).replace('"startLine":10', `"startLine":${'9'.repeat(400)}`), 'PARTIAL', 'number-range', 1],
  ['a scan of the year 2099', 'a.sarif', log([finding()], {}, ran('2099-11-19T10:00:00Z')), 'PARTIAL', 'time-order', 1],
  ['a scan at an offset that is none', 'a.sarif', log([finding()], {}, ran('2026-11-19T10:00:00+25:00')), 'PARTIAL', 'time-format', 1],
  ['a forged line of a log, and signs that paint a terminal', 'a.sarif', log([finding({ message: { text: 'x\r\n{"level":"info"} \u001b[2J\u001b[31m' } })]), 'ACCEPT', '', 1],
  ['addresses of the inner network', 'a.sarif', log([finding({ webRequest: { target: 'http://127.0.0.1/', headers: { Authorization: 'Bearer x' } } })], {}, {}, { $schema: 'http://169.254.169.254/' }), 'ACCEPT', '', 1],
  ['one finding written twice', 'a.sarif', log([finding({ guid: 'x' }), finding({ guid: 'x' })]), 'ACCEPT', '', 1],
  ['a fingerprint that is an object', 'a.sarif', log([finding({ partialFingerprints: { primaryLocationLineHash: { a: 1 } } })]), 'ACCEPT', '', 1],
];

const bom = (over: object): string => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components: [component()], ...over });
const component = (over: object = {}): object => ({ type: 'library', name: 'left-pad', version: '1.0.0', purl: 'pkg:npm/left-pad@1.0.0', 'bom-ref': 'a', ...over });
const flaw = (over: object = {}): object => ({ id: 'CVE-2026-1000', ratings: [{ severity: 'high' }], affects: [{ ref: 'a' }], ...over });
const vulnerable = (over: object): string => bom({ vulnerabilities: [flaw(over)] });

const cyclonedx: readonly BadContent[] = [
  ['XML with entities that grow', 'a.cdx.xml', '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><bom xmlns="http://cyclonedx.org/schema/bom/1.4">&b;</bom>', 'REJECT', 'xml-not-supported', 0],
  ['a later version', 'a.json', bom({ specVersion: '1.8' }), 'REJECT', 'version', 0],
  ['two components with one name', 'a.json', bom({ components: [component(), component({ name: 'other' })], vulnerabilities: [flaw()] }), 'PARTIAL', 'duplicate-id', 1],
  ['a component that depends on itself', 'a.json', bom({ dependencies: [{ ref: 'a', dependsOn: ['a'] }] }), 'ACCEPT', '', 0],
  ['a package URL that is none', 'a.json', bom({ components: [component({ purl: 'not a purl' })] }), 'PARTIAL', 'purl', 0],
  ['a package URL that leads out of its registry', 'a.json', bom({ components: [component({ purl: 'pkg:npm/../../etc/passwd@1' })] }), 'PARTIAL', 'purl', 0],
  ['a package URL with a broken escape', 'a.json', bom({ components: [component({ purl: 'pkg:npm/%zz@1' })] }), 'PARTIAL', 'purl', 0],
  ['a package URL that is a number', 'a.json', bom({ components: [component({ purl: 7 })] }), 'PARTIAL', 'purl', 0],
  ['a package URL of 10,000 characters', 'a.json', bom({ components: [component({ purl: `pkg:npm/${'a'.repeat(10_000)}@1` })] }), 'PARTIAL', 'purl', 0],
  ['a vulnerability of a component that is not there', 'a.json', vulnerable({ affects: [{ ref: 'nope' }] }), 'PARTIAL', 'dangling-reference', 1],
  ['a vulnerability without an id', 'a.json', bom({ vulnerabilities: [{ affects: [{ ref: 'a' }] }, flaw()] }), 'PARTIAL', 'id-missing', 1],
  ['a severity that is no word of it', 'a.json', vulnerable({ ratings: [{ severity: 'terrible' }] }), 'PARTIAL', 'enum', 1],
  ['a negative score', 'a.json', vulnerable({ ratings: [{ score: -3 }] }), 'PARTIAL', 'number-range', 1],
  ['a time that is none', 'a.json', bom({ metadata: { timestamp: 'yesterday' } }), 'PARTIAL', 'time-format', 0],
  ['an address that runs a script', 'a.json', vulnerable({ advisories: [{ url: 'javascript:alert(1)' }] }), 'ACCEPT', '', 1],
];

const table = (...rows: readonly string[]): string => ['id,title,severity,owner,first_seen', ...rows, ''].join('\n');
const grants = (row: string, header = 'grant_id,grantee,grantor,from,to,max_exposure'): string => `${header}\nG0,cleo,ROOT,2026-01-01,2026-12-31,5\n${row}\n`;
const money = (low: string, high: string): string => `id,title,owner,low,high,currency\n1,a,ana,${low},${high},USD\n2,b,ana,1,2,USD\n`;

const csv: readonly BadContent[] = [
  ['a row with a column too many', 'a.csv', table('1,a,high,a@x,2026-01-01,extra', '2,b,low,b@x,2026-01-02'), 'PARTIAL', 'csv-columns', 1],
  ['a row with a column too few', 'a.csv', table('1,a,high', '2,b,low,b@x,2026-01-02'), 'PARTIAL', 'csv-columns', 1],
  ['a column that changes objects', 'a.csv', 'id,title,constructor\n1,a,b\n', 'REJECT', 'forbidden-key', 0],
  ['two columns that differ by case and space', 'a.csv', 'id,Title,title ,severity\n1,a,b,high\n', 'REJECT', 'csv-duplicate-header', 0],
  ['the header once more in the middle', 'a.csv', table('1,a,high,a@x,2026-01-01', 'id,title,severity,owner,first_seen', '2,b,low,b@x,2026-01-02'), 'PARTIAL', 'date-format', 2],
  ['signs that cannot be seen', 'a.csv', table('1,a\u0007b,high,a@x,2026-01-01'), 'PARTIAL', 'control-character', 1],
  ['three kinds of line ends', 'a.csv', 'id,title,severity,owner,first_seen\r\n1,a,high,a@x,2026-01-01\n2,b,low,b@x,2026-01-02\r3,c,low,b@x,2026-01-02\r\n', 'ACCEPT', '', 3],
  ['tabs between the cells', 'a.csv', table('1,a,high,a@x,2026-01-01').replaceAll(',', '\t'), 'ACCEPT', '', 1],
  ['a cell of two lines', 'a.csv', table('1,"a\nb",high,a@x,2026-01-01'), 'ACCEPT', '', 1],
  ['a quote inside a cell', 'a.csv', table('1,a"b,high,a@x,2026-01-01', '2,b,low,b@x,2026-01-02'), 'PARTIAL', 'csv-quote', 1],
  ['a day that can be two', 'a.csv', table('1,a,high,a@x,03/04/2026', '2,b,low,b@x,2026-01-02'), 'PARTIAL', 'date-ambiguous', 1],
  ['30 February', 'a.csv', table('1,a,high,a@x,2026-02-30', '2,b,low,b@x,2026-01-02'), 'PARTIAL', 'date-format', 1],
  ['29 February of a year without it', 'a.csv', table('1,a,high,a@x,2025-02-29', '2,b,low,b@x,2024-02-29'), 'PARTIAL', 'date-format', 1],
  ['a year of two digits', 'a.csv', table('1,a,high,a@x,13/02/26', '2,b,low,b@x,2026-01-02'), 'PARTIAL', 'date-format', 1],
  ['the year 26', 'a.csv', table('1,a,high,a@x,0026-01-01', '2,b,low,b@x,2026-01-02'), 'PARTIAL', 'date-format', 1],
  ['a day that is still to come', 'a.csv', table('1,a,high,a@x,2099-01-01'), 'PARTIAL', 'time-order', 1],
  ['an owner in look-alike letters', 'a.csv', table('1,a,high,\u0430na@example.com,2026-01-01'), 'PARTIAL', 'unknown-person', 1],
  ['an owner with a sign that cannot be seen', 'a.csv', table('1,a,high,a\u200bna@example.com,2026-01-01'), 'PARTIAL', 'unknown-person', 1],
  ['an id of 10,000 characters', 'a.csv', table(`${'i'.repeat(10_000)},a,high,a@x,2026-01-01`, '2,b,low,b@x,2026-01-02'), 'PARTIAL', 'id-format', 1],
  ['a formula as id and title', 'a.csv', table('=1+1,"=cmd|\' /C calc\'!A0",high,a@x,2026-01-01'), 'ACCEPT', '', 1],
  ['authority given to oneself', 'a.csv', grants('G1,ana,ana,2026-01-01,2026-12-31,5'), 'PARTIAL', 'needs-grantor', 1],
  ['authority given to oneself and nothing else', 'a.csv', 'person,service,limit,granted_by\na@x,shop,1000000,a@x\n', 'REJECT', 'needs-grantor', 0],
  ['authority that nobody gave', 'a.csv', 'person,may_accept_up_to\nana,999999999\n', 'REJECT', 'needs-grantor', 0],
  ['authority that ends before it begins', 'a.csv', grants('G1,ana,bo,2026-12-31,2026-01-01,5'), 'PARTIAL', 'date-order', 1],
  ['a limit below nothing', 'a.csv', grants('G1,ana,bo,2026-01-01,2026-12-31,-1'), 'PARTIAL', 'number-range', 1],
  ['a limit without end', 'a.csv', grants('G1,ana,bo,2026-01-01,2026-12-31,Infinity'), 'PARTIAL', 'number-format', 1],
  ['a limit in a currency the record is not kept in', 'a.csv', grants('G1,ana,bo,2026-01-01,2026-12-31,5,XYZ', 'grant_id,grantee,grantor,from,to,max_exposure,currency').replace('31,5\n', '31,5,USD\n'), 'PARTIAL', 'other-currency', 1],
  ['a range that is turned', 'a.csv', money('1000', '500'), 'PARTIAL', 'range', 1],
  ['money below nothing', 'a.csv', money('-1', '5'), 'PARTIAL', 'number-range', 1],
  ['money without end', 'a.csv', money('1', '1e400'), 'PARTIAL', 'number-range', 1],
  ['money that is no number', 'a.csv', money('NaN', '5'), 'PARTIAL', 'number-format', 1],
  ['no column at all', 'a.csv', ',,,\n,,,\n', 'REJECT', 'csv-no-header', 0],
  ['a web page', 'a.csv', '<html><body>Sign in</body></html>', 'REJECT', 'not-json', 0],
];

const workspace = (...lines: readonly string[]): string => ['schema: whose-call/1', ...lines, ''].join('\n');

const yaml: readonly BadContent[] = [
  ['40,000 keys', 'a.yaml', Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n'), 'REJECT', 'too-many-keys', 0],
  ['blocks nested 200 deep', 'a.yaml', Array.from({ length: 200 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'), 'REJECT', 'too-deep', 0],
  ['a key that changes objects, alone', 'a.yaml', '__proto__: {isAdmin: true}\n', 'REJECT', 'forbidden-key', 0],
  ['a key that changes objects in a row', 'a.yaml', workspace('teams:', '  - {id: a, kind: business, __proto__: {a: 1}}', '  - {id: b, kind: business}'), 'PARTIAL', 'forbidden-key', 1],
  ['comments and nothing else', 'a.yaml', '# nothing\n---\n...\n', 'REJECT', 'empty', 0],
  ['a later version', 'a.yaml', 'schema: whose-call/2\nteams: []\n', 'REJECT', 'version', 0],
  ['a team below itself over two others', 'a.yaml', workspace('teams:', '  - {id: a, kind: business, parentId: b}', '  - {id: b, kind: business, parentId: c}', '  - {id: c, kind: business, parentId: a}'), 'REJECT', 'org-cycle', 0],
  ['persons who manage each other', 'a.yaml', workspace('persons:', '  - {id: a, kind: person, managerId: b}', '  - {id: b, kind: person, managerId: a}'), 'PARTIAL', 'org-cycle', 2],
  ['a person who is his own manager', 'a.yaml', workspace('persons:', '  - {id: a, kind: person, managerId: a}'), 'PARTIAL', 'org-cycle', 1],
  ['a grant to oneself', 'a.yaml', workspace('grants:', '  - {id: g, granteeId: a, grantorId: a, from: 2026-01-01, scope: {}}'), 'REJECT', 'needs-grantor', 0],
  ['a grant to oneself beside a good row', 'a.yaml', workspace('teams: [{id: t, kind: business}]', 'grants:', '  - {id: g, granteeId: a, grantorId: a, from: 2026-01-01, scope: {}}'), 'PARTIAL', 'needs-grantor', 1],
  ['grants that come from one another', 'a.yaml', workspace('grants:', '  - {id: g, granteeId: a, grantorId: b, from: 2026-01-01, scope: {}}', '  - {id: h, granteeId: b, grantorId: a, from: 2026-01-01, scope: {}}'), 'PARTIAL', 'grant-cycle', 2],
  ['grants both ways under one from above', 'a.yaml', workspace('grants:', '  - {id: f, granteeId: a, grantorId: ROOT, from: 2026-01-01, scope: {}}', '  - {id: g, granteeId: a, grantorId: b, from: 2026-01-01, scope: {}}', '  - {id: h, granteeId: b, grantorId: a, from: 2026-01-01, scope: {}}'), 'ACCEPT', '', 3],
  ['an id of 10,000 characters, rows that are no objects, a kind that is none', 'a.yaml', workspace('teams:', `  - {id: ${'x'.repeat(10_000)}, kind: business}`, '  - 3', '  -', '  - {id: b, kind: weird}', '  - {id: c, kind: business}'), 'PARTIAL', 'type', 1],
  ['plain values that are settings of something else', 'a.yaml', 'country: NO\nversion: 1.10\noct: 010\n', 'ACCEPT', '', 0],
  ['lists that are settings of something else', 'a.yaml', 'country: NO\nsteps: [a, b]\n', 'REJECT', 'unknown-format', 0],
];

const good = log([finding()]);
const zip = (what: string, code: string, parts: readonly ZipPart[], outcome: Outcome = 'REJECT', taken = 0): BadContent => [what, 'a.zip', zipFile(parts), outcome, code, taken];
const changed = (bytes: Uint8Array, back: number): Uint8Array => bytes.map((byte, index) => (index === bytes.length - back ? byte ^ 0xff : byte));
const packed = Uint8Array.from(gzipSync(good));
const tape = new Uint8Array(1024).map((_, index) => 'ustar'.charCodeAt(index - 257) || 0x61);

const archives: readonly BadContent[] = [
  zip('a way out with backslashes', 'zip-path', [{ name: 'a\\..\\x.sarif', content: good }]),
  zip('a share of another machine', 'zip-path', [{ name: '\\\\srv\\x.sarif', content: good }]),
  zip('90 members that grow together', 'zip-ratio', Array.from({ length: 90 }, (_, index) => ({ name: `a${index}.json`, content: ' '.repeat(300_000) }))),
  zip('a size that is a lie', 'zip-inconsistent', [{ name: 'a.json', content: ' '.repeat(100_000), size: 10 }]),
  zip('one name twice', 'zip-duplicate', [{ name: 'a.sarif', content: good }, { name: 'a.sarif', content: good }]),
  zip('a method that is not read', 'zip-method', [{ name: 'a.sarif', content: good, method: 12 }]),
  zip('strong encryption', 'zip-encrypted', [{ name: 'a.sarif', content: good, flags: 0x841 }]),
  zip('a name of 5,000 characters', 'zip-name', [{ name: `${'a'.repeat(5_000)}.sarif`, content: good }]),
  zip('a file that no format knows', 'unknown-format', [{ name: 'README.md', content: '# hi' }, { name: 'a.sarif', content: good }]),
  zip('what a Macintosh puts beside it', '', [{ name: '__MACOSX/._a.sarif', content: '\u0000\u0005\u0016' }, { name: '.DS_Store', content: '\u0000' }, { name: 'a.sarif', content: good }], 'ACCEPT', 1),
  ['bytes behind the archive', 'a.zip', zipFile([{ name: 'a.sarif', content: good }], { after: 'more' }), 'REJECT', 'zip-inconsistent', 0],
  ['an archive by its name alone', 'a.zip', good, 'REJECT', 'not-an-archive', 0],
  ['an empty file with the name of an archive', 'a.zip', '', 'REJECT', 'empty', 0],
  ['an archive with the name of a report', 'a.sarif', zipFile([{ name: 'b.sarif', content: good }]), 'ACCEPT', '', 1],
  ['a tape archive', 'a.tar', tape, 'REJECT', 'tar-not-supported', 0],
  ['a RAR archive', 'a.rar', Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0), 'REJECT', 'rar-not-supported', 0],
  ['gzip with a wrong sum', 'a.sarif.gz', changed(packed, 8), 'REJECT', 'gzip-damaged', 0],
  ['gzip with a wrong size', 'a.sarif.gz', changed(packed, 3), 'REJECT', 'gzip-damaged', 0],
  ['gzip with bytes behind it', 'a.sarif.gz', Uint8Array.from([...packed, 1, 2]), 'REJECT', 'gzip-members', 0],
  ['gzip in gzip', 'a.sarif.gz', Uint8Array.from(gzipSync(packed)), 'REJECT', 'gzip-nested', 0],
  ['gzip of a zip archive', 'a.zip.gz', Uint8Array.from(gzipSync(zipFile([{ name: 'a.sarif', content: good }]))), 'REJECT', 'gzip-nested', 0],
  ['gzip of nothing', 'a.sarif.gz', Uint8Array.from(gzipSync('')), 'REJECT', 'empty', 0],
];

const versioned = (format: 'trivy' | 'dependency-track' | 'openvex' | 'oscal' | 'csaf', from: string, to: string, outcome: Outcome = 'PARTIAL'): BadContent => {
  const { file, text, entries } = formatSamples[format];
  return [`${format} of a version nobody knows`, file, text.replace(from, to), outcome, 'version', outcome === 'REJECT' ? 0 : entries];
};
const versions: readonly BadContent[] = [
  versioned('trivy', '"SchemaVersion": 2', '"SchemaVersion": 3'), versioned('dependency-track', '"version": "1.2"', '"version": "9.9"'), versioned('openvex', 'ns/v0.2.0', 'ns/v9.0.0'),
  versioned('oscal', '"oscal-version": "1.1.2"', '"oscal-version": "2.0.0"'), versioned('csaf', '"csaf_version": "2.0"', '"csaf_version": "3.0"', 'REJECT'),
];

const both = (...formats: readonly ('sarif' | 'trivy' | 'grype' | 'csaf')[]): string => JSON.stringify(Object.assign({}, ...formats.map((format) => JSON.parse(formatSamples[format].text))));
const twoInOne: readonly BadContent[] = [
  ['Trivy and Grype in one object', 'a.json', both('trivy', 'grype'), 'REJECT', 'format-ambiguous', 0],
  ['CSAF and SARIF in one object', 'a.sarif', both('csaf', 'sarif'), 'REJECT', 'format-ambiguous', 0],
  ['a table behind a table', 'a.csv', formatSamples['grants-csv'].text + formatSamples['findings-csv'].text, 'PARTIAL', 'date-format', 2],
  ['a report behind a table', 'a.csv', formatSamples['findings-csv'].text + formatSamples['sarif'].text, 'PARTIAL', 'csv-columns', 2],
];

describe.each([['two formats', twoInOne], ['a file', versions], ['SARIF', sarif], ['CycloneDX', cyclonedx], ['a table', csv], ['YAML', yaml], ['an archive', archives]])('%s', (_format, cases) => {
  it.each(cases)('with %s', async (_what, file, content, outcome, code, taken) => {
    const reports = await lookedAt(store, file, content);
    const lines = reportLines(reports);
    expect([outcomeOfReports(reports), ...lines.map((line) => line.code).filter((each) => each === code).slice(0, 1)]).toEqual([outcome, ...(code === '' ? [] : [code])]);
    expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(taken);
    for (const { place, reason, remedy } of lines) expect([place.length < 300, reason.length < 2_500, reason.endsWith('.'), remedy.endsWith('.')]).toEqual([true, true, true, true]);
  });
});
