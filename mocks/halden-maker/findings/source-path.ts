import type { ServiceSpec } from '#mocks/halden-maker/company/services.ts';
import { changeScanner, type Tool } from '#mocks/halden-maker/findings/rules.ts';
import type { Stream } from '#mocks/halden-maker/random.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  kotlin: 'kt', java: 'java', typescript: 'ts', go: 'go', python: 'py', swift: 'swift', terraform: 'tf', php: 'php',
};
const FOLDERS = ['src/api', 'src/core', 'src/store', 'src/handlers', 'src/jobs', 'src/views', 'config'] as const;
const NAMES = ['amount', 'session', 'export', 'upload', 'callback', 'search', 'profile', 'limits', 'webhook', 'report', 'token', 'batch'] as const;

/** A file of a service that a scanner could point at. */
export function sourcePath(stream: Stream, service: ServiceSpec, tool: Tool): string {
  const ending = tool === changeScanner ? 'tf' : (ENDINGS[service.language] ?? 'txt');
  return `${tool === changeScanner ? 'deploy' : stream.pick(FOLDERS)}/${stream.pick(NAMES)}.${ending}`;
}
