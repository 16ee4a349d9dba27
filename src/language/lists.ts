import { say } from '#language/say.ts';

/** `Payments`, `Payments and Identity`, `Payments, Identity and Mobile`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : say('{parts} and {last}', { parts: parts.slice(0, -1).join(', '), last });
}
