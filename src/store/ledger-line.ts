import { sha256 } from '#store/sha256.ts';

/** The name and version of the ledger's format; part of every hash. */
export const LEDGER_SCHEMA = 'whose-call-ledger/1';

/**
 * `ledger` opens the file and names it; `begin`, `entries`... and `commit` are one batch, which counts
 * only with its commit; `setting` counts by itself.
 */
export const ledgerLineTypes = ['ledger', 'begin', 'entries', 'commit', 'setting'] as const;
export type LedgerLineType = (typeof ledgerLineTypes)[number];

/** The end of a chain: what the next line is sealed to. */
export interface LedgerHead {
  ledgerId: string;
  /** Number of the last line; lines are numbered from 1 without a gap. */
  seq: number;
  hash: string;
}

export interface LedgerLine {
  seq: number;
  type: LedgerLineType;
  /** Hash of the line before; zeros on the first. */
  prev: string;
  hash: string;
  /** Canonical JSON, as it stands in the line and under the hash. */
  body: string;
}

const NO_HASH = '0'.repeat(64);
const LINE = /^\{"body":(.*),"hash":"([0-9a-f]{64})","prev":"([0-9a-f]{64})","seq":([1-9]\d{0,15}),"type":"([a-z]+)"\}$/s;

/** The first line of a new ledger. `ledgerId` tells two installations apart and never changes. */
export function firstLine(ledgerId: string): Promise<{ line: string; head: LedgerHead }> {
  const body = `{"id":${JSON.stringify(ledgerId)},"schema":"${LEDGER_SCHEMA}"}`;
  return sealLine({ ledgerId, seq: 0, hash: NO_HASH }, 'ledger', body);
}

/** One line sealed to the head, without line end. `body` is canonical JSON. */
export async function sealLine(
  head: LedgerHead,
  type: LedgerLineType,
  body: string,
): Promise<{ line: string; head: LedgerHead }> {
  const seq = head.seq + 1;
  const hash = await hashOf(head.ledgerId, seq, type, head.hash, body);
  return {
    line: `{"body":${body},"hash":"${hash}","prev":"${head.hash}","seq":${seq},"type":"${type}"}`,
    head: { ledgerId: head.ledgerId, seq, hash },
  };
}

/** Takes a line apart; undefined for text that is not a whole line of this format. Checks no hash. */
export function readLine(text: string): LedgerLine | undefined {
  const parts = LINE.exec(text);
  if (parts === null) return undefined;
  const [, body = '', hash = '', prev = '', seq = '', word = ''] = parts;
  const type = ledgerLineTypes.find((known) => known === word);
  return type === undefined ? undefined : { seq: Number(seq), type, prev, hash, body };
}

/** SHA-256 over format, ledger, number, type, the line before and the body, one to a line. */
export function hashOf(ledgerId: string, seq: number, type: LedgerLineType, prev: string, body: string): Promise<string> {
  return sha256(`${LEDGER_SCHEMA}\n${ledgerId}\n${seq}\n${type}\n${prev}\n${body}`);
}
