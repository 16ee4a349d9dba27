import type { Source } from '#importers/importer.ts';
import type { Flaw } from '#importers/reading/flaw.ts';
import { JsonGuard } from '#importers/reading/json-guard.ts';
import { limits } from '#importers/reading/limits.ts';
import { refuseUnlessJson } from '#importers/reading/json.ts';
import { textChunks } from '#importers/reading/text.ts';
import { JsonPicker, type PickerEvents, type PickerRules } from '#importers/scan/json-picker.ts';

/**
 * Streams a JSON source through the checks of `JsonGuard` and hands over the chosen values. Yields after every
 * piece that was read, for the caller to pass on what is complete. The return value lists lesser faults.
 *
 * @throws SourceRefused as `textChunks`, `JsonGuard` and, for text that is something else, with `not-json`.
 */
export async function* pickJson(
  source: Source,
  rules: PickerRules,
  events: PickerEvents,
): AsyncGenerator<void, readonly Flaw[], undefined> {
  const guard = new JsonGuard(source.name, limits.streamedNodes);
  const picker = new JsonPicker(rules, events);
  let started = false;
  for await (const text of textChunks(source)) {
    if (!started && text.trim() !== '') {
      refuseUnlessJson(text, source.name);
      started = true;
    }
    guard.push(text);
    picker.push(text);
    yield;
  }
  guard.end();
  picker.end();
  return guard.flaws;
}
