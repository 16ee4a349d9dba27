import type { Fault } from '#importers/reading/rejection.ts';
import { limits } from '#importers/reading/limits.ts';
import { quoted } from '#importers/reading/place.ts';

type NameFault = Pick<Fault, 'code' | 'reason' | 'remedy'>;

const DEVICES = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const ARCHIVES = /\.(zip|gz|gzip|tgz|bz2|xz|zst|7z|rar|tar|jar|war|ear|apk|cab|iso|lz|lzma)$/i;
const PROGRAMS = /\.(exe|dll|so|dylib|com|scr|msi|bat|cmd|ps1|psm1|vbs|vbe|js|mjs|cjs|wsf|hta|sh|bash|py|pl|rb|php|class|elf|bin|lnk|reg|app|deb|rpm|dmg|pif|cpl|sys)$/i;

/**
 * What is wrong with the name of a member of an archive; `undefined` where nothing is. Nothing is ever written under the
 * name: these rules refuse archives that were made to reach outside their folder or to mean two things on two systems.
 */
export function nameFault(name: string): NameFault | undefined {
  const fault = (code: string, reason: string, remedy = 'Pack the files again under plain names.'): NameFault => ({ code, reason, remedy });
  if (/^[/\\]/.test(name) || /^[a-z]:/i.test(name) || name.includes('\\')) return fault('zip-path', `${quoted(name)} is not a path inside the archive.`);
  if (name.split('/').some((part) => part === '..' || part === '.')) return fault('zip-path', `${quoted(name)} leads out of the archive.`);
  const parts = name.replace(/\/$/, '').split('/');
  if (parts.some((part) => part === '' || /[. ]$/.test(part) || DEVICES.test(part))) return fault('zip-name', `${quoted(name)} is a name that another system reads as something else.`);
  if (/[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/u.test(name)) return fault('zip-name', `${quoted(name)} holds characters that a file name cannot have or that cannot be seen.`);
  if (new TextEncoder().encode(name).length > limits.archiveNameBytes) return fault('zip-name', `A name is longer than ${limits.archiveNameBytes} bytes.`);
  if (ARCHIVES.test(name)) return fault('zip-nested', `${quoted(name)} is an archive inside the archive.`, 'Unpack the inner archive and import that.');
  if (PROGRAMS.test(name)) return fault('zip-type', `${quoted(name)} is a program and no report.`, 'Pack reports and tables only.');
  return undefined;
}

/** True for what file managers put beside the files they pack: resource forks, folder views, thumbnails. It is left out. */
export function isLeftByDesktop(name: string): boolean {
  return name.startsWith('__MACOSX/') || /(^|\/)(\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name);
}

/** What the first bytes of a member give away, whatever its name says. */
export function contentFault(name: string, start: Uint8Array): NameFault | undefined {
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, index) => start[index] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06) || begins(0x1f, 0x8b) || begins(0x37, 0x7a, 0xbc, 0xaf) || begins(0x42, 0x5a, 0x68) || begins(0xfd, 0x37, 0x7a, 0x58) || begins(0x28, 0xb5, 0x2f, 0xfd) || begins(0x52, 0x61, 0x72, 0x21)) {
    return { code: 'zip-nested', reason: `${quoted(name)} is an archive inside the archive.`, remedy: 'Unpack the inner archive and import that.' };
  }
  if (begins(0x4d, 0x5a) || begins(0x7f, 0x45, 0x4c, 0x46) || begins(0x23, 0x21) || begins(0xcf, 0xfa, 0xed, 0xfe) || begins(0xca, 0xfe, 0xba, 0xbe)) {
    return { code: 'zip-type', reason: `${quoted(name)} is a program and no report.`, remedy: 'Pack reports and tables only.' };
  }
  return undefined;
}
