import { locationText } from '#importers/scan/short-text.ts';
import type { SarifLocation } from '#importers/sarif/sarif-result.ts';

export interface LocationReading {
  /** The file, for identity; without the line, which moves. */
  file: string;
  /** What is shown: file and line, else the name in the code. */
  text: string | undefined;
  fault: { code: 'url-scheme' | 'path-outside-root'; reason: string } | undefined;
}

/** Where a result is, as text. `artifacts` are the locations of `run.artifacts`, for results that only give an index. */
export function locationInWords(location: SarifLocation, artifacts: readonly (string | undefined)[]): LocationReading {
  const uri = location.uri ?? (location.artifact === undefined ? undefined : artifacts[location.artifact]);
  const logical = location.logical === undefined ? undefined : locationText(location.logical);
  if (uri === undefined) return { file: logical ?? '', text: logical, fault: undefined };
  return { file: uri, text: location.line === undefined ? uri : `${uri}:${location.line}`, fault: faultOf(uri) };
}

function faultOf(uri: string): LocationReading['fault'] {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(uri)?.[1]?.toLowerCase();
  if (scheme !== undefined && !['file', 'http', 'https', 'pkg', 'oci', 'docker', 'git', 'ssh', 'jar', 'urn'].includes(scheme)) {
    return { code: 'url-scheme', reason: `The location is a ${scheme}: address. It is kept as text and never opened.` };
  }
  if (scheme === undefined && leavesRoot(uri)) {
    return { code: 'path-outside-root', reason: 'The location points outside the source tree. It is kept as text and matched to nothing.' };
  }
  return undefined;
}

function leavesRoot(path: string): boolean {
  let depth = 0;
  for (const part of path.replaceAll(/%2e/gi, '.').replaceAll(/%2f|\\/gi, '/').split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '.' && part !== '') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
