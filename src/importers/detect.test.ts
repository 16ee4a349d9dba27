import { describe, expect, it } from 'vitest';
import { detectImporter, importerOf, importers } from '#importers/detect.ts';
import { jsonOutline } from '#importers/detection/outline.ts';
import { formatNames } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { refusalLater, refusalOf } from '#test/support/refusal.ts';

describe('the list of importers', () => {
  it('has each format of the product once', () => {
    expect(importers.map(({ format }) => format).toSorted()).toEqual([...formatNames].toSorted());
  });
});

describe('a text of a supported format', () => {
  it.each([
    ['whose-call', 'x.txt', '{"schema":"whose-call/1"}'],
    ['whose-call', 'x.txt', '{"schema":"whose-call/1","findings":[{"id":"f","title":"t","severity":"low"}]}'],
    ['backstage', 'x.txt', 'apiVersion: backstage.io/v1alpha1\nkind: Component\n'],
    ['k8s-sigs', 'x.txt', 'sigs:\n- dir: sig-a\n'],
    ['k8s-owners', 'x/OWNERS', 'approvers: [a]\n'],
    ['k8s-owners-aliases', 'x.OWNERS_ALIASES', 'aliases:\n  a:\n  - b\n'],
    ['k8s-security-contacts', 'SECURITY_CONTACTS', 'ana\n'],
    ['codeowners', '.github/CODEOWNERS', '* @a/b\n'],
    ['sarif', 'results.json', '{"version":"2.1.0","runs":[]}'],
    ['sarif', 'results.txt', '\n{ "runs": [{"tool":{"driver":{"name":"x"}}}], "version": "2.1.0" }'],
    ['cyclonedx', 'bom.json', '{"bomFormat":"CycloneDX","specVersion":"1.6"}'],
    ['trivy', 'x.txt', '{"SchemaVersion":2,"CreatedAt":"x","ArtifactName":"a"'],
    ['trivy', 'x.txt', '{"ClusterName":"","Resources":[{"Kind":"Service"'],
    ['grype', 'x.txt', '{"matches":[{"vulnerability":{"id":"CVE-1"'],
    ['osv-scanner', 'x.txt', '{"results":[{"source":{"path":"a"},"packages":['],
    ['snyk', 'x.txt', '{"vulnerabilities":[{"id":"SNYK-JS-1"'],
    ['snyk', 'x.txt', '[{"vulnerabilities":[],"ok":true,"dependencyCount":5'],
    ['dependency-track', 'x.txt', '{"meta":{"application":"Dependency-Track"},"findings":[{"component":{}'],
    ['defectdojo', 'x.txt', '{"findings":[{"title":"a","severity":"High"}]}'],
    ['openvex', 'x.txt', '{"@context":"https://openvex.dev/ns/v0.2.0"'],
    ['csaf', 'x.txt', '{"document":{"category":"csaf_vex"'],
    ['github-alerts', 'x.txt', '[{"number":1,"rule":{"id":"a"},"most_recent_instance":{'],
    ['github-alerts', 'x.txt', '{"action":"dismissed","alert":{"number":1,"secret_type":"a"'],
    ['kev', 'x.txt', '{"catalogVersion":"2025.08.25","vulnerabilities":[{"cveID":"CVE-1"'],
    ['kev', 'a.csv', 'cveID,vendorProject,product\n'],
    ['epss', 'a.csv', '#model_version:v2026.06.15,score_date:2026-09-29\ncve,epss,percentile\n'],
    ['epss', 'x.txt', '{"status":"OK","data":[{"cve":"CVE-2026-0001","epss":"0.1"'],
    ['cdevents', 'x.txt', '{"context":{"specversion":"0.5.1","type":"dev.cdevents.build.finished.0.2.0"'],
    ['github-releases', 'x.txt', '{"action":"created","deployment":{"id":1'],
    ['github-releases', 'x.txt', '[{"url":"u","tag_name":"v1","published_at":"2026-01-01T00:00:00Z"'],
    ['provenance', 'x.txt', '{"_type":"https://in-toto.io/Statement/v1"'],
    ['provenance', 'x.txt', '{"payloadType":"application/vnd.in-toto+json","payload":"eyJ9"'],
    ['oscal', 'x.txt', '{"plan-of-action-and-milestones":{"uuid":"x"'],
    ['findings-csv', 'a.csv', 'Date,Title,CweId,Url,Severity\n'],
    ['grants-csv', 'a.csv', 'grantee,grantor,from,to,limit\nana,ROOT,2026-01-01,,1\n'],
    ['register-csv', 'a.csv', 'Risk ID;Title;Owner\n1;Fire;ana\n'],
  ])('%s is known by its content: %s', (format, name, start) => {
    expect(detectImporter(start, name).format).toBe(format);
  });
});

describe('a foreign text', () => {
  it.each([
    ['an SPDX bill of materials', '{"spdxVersion":"SPDX-2.3"'],
    ['an SPDX bill of materials', 'SPDXVersion: SPDX-2.3\n'],
    ['a Kubernetes manifest', 'apiVersion: apps/v1\nkind: Deployment\n'],
    ['a Docker Compose file', 'services:\n  web:\n    image: x\n'],
    ['a GitHub organisation file (peribolos)', 'teams:\n  leads:\n    members: []\n'],
    ['a GitHub Actions workflow', 'name: x\non: push\njobs:\n  a: {}\n'],
    ['a JSON Schema', '{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object"'],
    ['a CycloneDX bill of materials in XML', '<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.5">'],
    ['a NIST OSCAL document in XML', '<?xml version="1.0"?><x xmlns="http://csrc.nist.gov/ns/oscal/1.0">'],
    ['XML', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['a key or certificate', '-----BEGIN PRIVATE KEY-----\n'],
  ])('is refused as %s: %j', (what, start) => {
    const rejection = refusalOf(() => detectImporter(start, 'file.csv'));
    expect(rejection.reason).toMatch(new RegExp(`^This is ${what.replaceAll(/[()]/g, '.')}(, which is not read\\.$|[ ,;].*supported formats are Whose Call workspace, Backstage catalog, .*, SARIF 2.1.0, .*Trivy, .*)`));
    expect(rejection.place).toBe('file');
  });

  it('is told how to get to a format that is read', () => {
    expect(refusalOf(() => detectImporter('{"spdxVersion":"SPDX-2.3"', 'a.json')).remedy).toBe('Write the bill as CycloneDX JSON.');
  });

  it('is not taken for one where a supported format mentions it', () => {
    expect(detectImporter('{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Trivy"}},"properties":{"SchemaVersion":2,"ArtifactName":"x"}}]}', 'a').format).toBe('sarif');
    expect(detectImporter('{"bomFormat":"CycloneDX","specVersion":"1.5","vulnerabilities":[{"id":"SNYK-JS-1","ratings":[]}]}', 'a').format).toBe('cyclonedx');
    expect(detectImporter('schema: whose-call/1\nservices:\n  web:\n', 'a').format).toBe('whose-call');
  });

  it('is unknown where nothing tells', () => {
    expect(refusalOf(() => detectImporter('Dear board,', 'letter.txt')).code).toBe('unknown-format');
  });
});

describe('a source', () => {
  const bytes = (...list: number[]) => Uint8Array.from(list);
  const zip = (text: string) => Uint8Array.from([0x50, 0x4b, 3, 4, ...new TextEncoder().encode(text)]);
  it.each([
    ['nothing', 'a.json', '', 'empty'],
    ['white space', 'a.csv', ' \n', 'empty'],
    ['UTF-16', 'a.csv', bytes(0xff, 0xfe, 0x61, 0), 'encoding-utf16'],
    ['gzip', 'a.json.gz', bytes(0x1f, 0x8b, 8, 0), 'gzip-not-supported'],
    ['a zip archive', 'a.zip', zip('....a.json'), 'zip-not-supported'],
    ['a workbook', 'register.xlsx', zip('[Content_Types].xml xl/workbook.xml'), 'xlsx-not-supported'],
    ['a workbook named as a table', 'register.csv', zip('[Content_Types].xml'), 'not-csv'],
    ['an old workbook', 'register.xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'xlsx-not-supported'],
    ['a PDF', 'register.pdf', '%PDF-1.7', 'foreign-format'],
    ['a picture', 'a.png', bytes(0x89, 0x50, 0x4e, 0x47), 'foreign-format'],
    ['a web page', 'results.sarif', '<!doctype html><title>502</title>', 'not-json'],
    ['deep nesting', 'a.json', '['.repeat(100_000), 'too-deep'],
    ['two JSON texts', 'a.json', '{"a":1}\n{"a":2}\n', 'json-syntax'],
    ['null', 'a.json', 'null', 'schema'],
    ['text named JSON', 'a.json', 'hello', 'not-json'],
    ['an alias bomb', 'a.yaml', Array.from({ length: 10 }, (_, level) => `l${level}: &l${level} [${Array.from({ length: 10 }, () => (level === 0 ? 'x' : `*l${level - 1}`)).join(',')}]`).join('\n'), 'too-many-nodes'],
    ['broken YAML', 'a.yaml', 'a:\n\tb: 1\n', 'yaml-syntax'],
    ['YAML of another kind', 'a.yaml', 'country: NO\n', 'unknown-format'],
  ])('that is %s is refused in one line', async (_what, name, content, code) => {
    expect((await refusalLater(() => importerOf(memorySource(name, content)))).code).toBe(code);
  });

  it('that is a workbook is asked for as CSV, and told how', async () => {
    const { reason, remedy } = await refusalLater(() => importerOf(memorySource('register.xlsx', zip('xl/workbook.xml'))));
    expect(reason).toBe('This is an Excel workbook (XLSX), which is not read.');
    expect(remedy).toBe('Open it, choose Save As, CSV UTF-8 (comma delimited), one sheet to a file, and import that.');
  });

  it('that opens with a byte order mark is known all the same', async () => {
    expect((await importerOf(memorySource('a.json', '\ufeff{"schema":"whose-call/1"}'))).format).toBe('whose-call');
  });
});

describe('the outline of a JSON text', () => {
  it('has keys, short texts and the first item of each list, as far as the text goes', () => {
    const outline = jsonOutline('{"a": {"b": "x"}, "c": [{"d": 1, "e": "y"}, {"f": 2}], "g": [[1], 2], "h": "cut of');
    expect([...outline.keys()]).toEqual(['a', 'a.b', 'c', 'c.[]', 'c.[].d', 'c.[].e', 'g', 'g.[]', 'h']);
    expect(outline.get('a.b')).toBe('x');
    expect(outline.get('c.[].e')).toBe('y');
  });
});
