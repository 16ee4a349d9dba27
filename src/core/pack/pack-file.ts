/**
 * Marks in the page a pack is made from. The first of each counts: the app that follows them in the page holds this very
 * code, and the marks in it, once more.
 */
const PAYLOAD = '__WHOSE_CALL_PACK__';
const HASH = '__WHOSE_CALL_SHA256__';
const TITLE = '__WHOSE_CALL_TITLE__';

export interface PackParts {
  /** The record of the pack, compressed by gzip, in base64. */
  payload: string;
  /** SHA-256 of the record's text before compression, in hexadecimal. */
  sha256: string;
  /** Name of the document. */
  title: string;
}

/** The one file of a pack, made from the page it is built on. Throws where the page is not that. */
export function composePackFile(template: string, { payload, sha256, title }: PackParts): string {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(payload)) throw new Error('The payload of a pack is base64.');
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('The seal of a pack is a SHA-256 in hexadecimal.');
  if (!isPackPage(template)) throw new Error('The page to make packs from is not the one of this version. Build the web app again: npm run build.');
  let page = template;
  for (const [mark, text] of [[TITLE, htmlText(title)], [HASH, sha256], [PAYLOAD, payload]] as const) {
    page = page.replace(mark, () => text);
  }
  return page;
}

/** Whether a page is one that packs are made from. */
export function isPackPage(page: string): boolean {
  return [TITLE, HASH, PAYLOAD].every((mark) => page.includes(mark));
}

/** What a pack's file carries and claims; undefined for a file that is not one. */
export function readPackFile(page: string): Pick<PackParts, 'payload' | 'sha256'> | undefined {
  const found = /<script id="whose-call-pack" type="application\/octet-stream" data-sha256="([0-9a-f]{64})">\s*([A-Za-z0-9+/]+={0,2})\s*<\/script>/.exec(page);
  const [, sha256, payload] = found ?? [];
  return sha256 === undefined || payload === undefined ? undefined : { sha256, payload };
}

function htmlText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
