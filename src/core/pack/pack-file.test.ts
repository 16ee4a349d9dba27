import { describe, expect, it } from 'vitest';
import { composePackFile, readPackFile } from '#core/pack/pack-file.ts';
import { PACK_SCHEMA, readPackRecord } from '#core/pack/pack-record.ts';

const template = '<title>__WHOSE_CALL_TITLE__</title><script id="whose-call-pack" type="application/octet-stream" data-sha256="__WHOSE_CALL_SHA256__">__WHOSE_CALL_PACK__</script>';
const parts = { payload: 'SGFsZGVu', sha256: 'a'.repeat(64), title: 'Halden <Group> & $& sons' };

describe(composePackFile, () => {
  it('puts record, seal and title where a reader finds them again', () => {
    const page = composePackFile(template, parts);
    expect(readPackFile(page)).toEqual({ payload: parts.payload, sha256: parts.sha256 });
    expect(page).toContain('<title>Halden &#60;Group&#62; &#38; $&#38; sons</title>');
  });

  it('fills the marks of the page and leaves those in the code after them alone', () => {
    const page = composePackFile(`${template}<script type="module">"__WHOSE_CALL_PACK__ __WHOSE_CALL_SHA256__"</script>`, parts);
    expect(readPackFile(page)).toEqual({ payload: parts.payload, sha256: parts.sha256 });
    expect(page).toContain('"__WHOSE_CALL_PACK__ __WHOSE_CALL_SHA256__"');
  });

  it('refuses what could end the element it stands in, and a page that is not the one to make packs from', () => {
    expect(() => composePackFile(template, { ...parts, payload: '</script><script>' })).toThrow(/base64/);
    expect(() => composePackFile(template, { ...parts, sha256: '"' })).toThrow(/SHA-256/);
    expect(() => composePackFile('<title></title>', parts)).toThrow(/npm run build/);
  });
});

describe(readPackFile, () => {
  it('knows a file that is no pack', () => {
    expect(readPackFile('<html></html>')).toBeUndefined();
    expect(readPackFile(template)).toBeUndefined();
  });
});

describe(readPackRecord, () => {
  it('refuses what is no pack, and names a format it does not know', () => {
    expect(() => readPackRecord('{"schema":"whose-call/1"}')).toThrow('not a pack');
    expect(() => readPackRecord('{"schema":"whose-call-pack/2"}')).toThrow('whose-call-pack/2');
    expect(readPackRecord(`{"schema":"${PACK_SCHEMA}","id":"p"}`)).toMatchObject({ id: 'p' });
  });
});
