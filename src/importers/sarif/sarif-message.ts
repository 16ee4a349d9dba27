import type { SarifMessage } from '#importers/sarif/sarif-result.ts';
import type { SarifRule } from '#importers/sarif/sarif-rules.ts';

/** The words of a result: its own text, else the message its rule or tool holds under that id, else the rule's words. */
export function messageInWords(
  message: SarifMessage,
  rule: SarifRule | undefined,
  toolMessages: ReadonlyMap<string, string>,
): string {
  const { id } = message;
  const text = message.text ?? (id === undefined ? undefined : (rule?.messages.get(id) ?? toolMessages.get(id)));
  if (text === undefined) return rule?.words ?? 'No message';
  return withoutLinks(message.arguments.length === 0 ? text : filled(text, message.arguments));
}

/** Placeholders `{0}` filled in; doubled braces stand for one (3.11.5). A placeholder without an argument stays. */
function filled(text: string, values: readonly string[]): string {
  return text.replaceAll(/\{\{|\}\}|\{(\d{1,2})\}/g, (match, index?: string) => {
    if (index === undefined) return match.charAt(0);
    return values[Number(index)] ?? match;
  });
}

/** `[text](3)` points at a related location, which is not kept: the text stays. */
function withoutLinks(text: string): string {
  return text.replaceAll(/\[([^[\]]{1,200})\]\(\d{1,6}\)/g, '$1');
}
