import { entryKinds, type EntryKind } from '#core/record/entry.ts';
import { WORKSPACE_SCHEMA, workspaceOf } from '#core/record/workspace.ts';
import type { Store } from '#store/store.ts';
import type { Route } from '#server/routes/route.ts';

/** The whole record in the workspace format, sent as it is read: findings are never held all at once. */
export const recordExport: Route<'recordExport'> = ({ context }) => {
  const encoder = new TextEncoder();
  const parts = workspaceText(context.store);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await parts.next();
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      } catch (error) {
        // The status is long sent: cutting the answer off is the only way left to say that it is not whole.
        const id = crypto.randomUUID();
        context.log({ level: 'error', id, message: error instanceof Error ? error.message : String(error), error });
        controller.error(error);
      }
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return Promise.resolve(
    new Response(body, {
      headers: {
        'Content-Type': 'application/json',
        'Content-Disposition': 'attachment; filename="whose-call-record.json"',
      },
    }),
  );
};

/** The workspace file in pieces. Findings, by far the most, go out as they come; the rest follows by kind. */
async function* workspaceText(store: Pick<Store, 'allEntries'>): AsyncGenerator<string, void, undefined> {
  const held = new Map<EntryKind, string[]>();
  yield `{"schema":"${WORKSPACE_SCHEMA}","findings":[`;
  let separator = '';
  for await (const entry of store.allEntries()) {
    const text = JSON.stringify(workspaceOf([entry])[entry.kind]?.[0]);
    if (entry.kind === 'findings') {
      yield `${separator}\n${text}`;
      separator = ',';
    } else {
      const list = held.get(entry.kind);
      if (list === undefined) held.set(entry.kind, [text]);
      else list.push(text);
    }
  }
  yield ']';
  for (const kind of entryKinds) {
    const list = held.get(kind);
    if (list !== undefined) yield `,\n"${kind}":[\n${list.join(',\n')}]`;
  }
  yield '}\n';
}
