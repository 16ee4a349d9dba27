import { z } from 'zod';
import { entryKinds, type EntryKind } from '#core/record/entry.ts';
import { WORKSPACE_SCHEMA } from '#core/record/workspace.ts';
import { entitySchemas, findingSourceField, sourceField, stampSchema } from '#importers/workspace/entity-schemas.ts';

const rowSchemas = new Map(entryKinds.map((kind) => [kind, rowSchema(kind)]));

const workspace = z.object({
  schema: z.literal(WORKSPACE_SCHEMA),
  ...Object.fromEntries([...rowSchemas].map(([kind, row]) => [kind, (kind === 'policy' ? z.union([row, z.array(row)]) : z.array(row)).optional()])),
});

/**
 * JSON Schema (draft 2020-12) of the workspace format, made from the schemas the reader uses. It
 * describes rows as a file may write them: `null` stands for absent, and unknown fields are let through.
 */
export function workspaceJsonSchema(): z.core.JSONSchema.BaseSchema {
  const schema = z.toJSONSchema(workspace, { io: 'input', target: 'draft-2020-12', override: adapt });
  return { $id: 'https://whose-call.io/schemas/whose-call-1.schema.json', title: 'Whose Call workspace', ...schema };
}

/** The text of the published file. */
export function workspaceJsonSchemaText(): string {
  return `${JSON.stringify(workspaceJsonSchema(), null, 2)}\n`;
}

function rowSchema(kind: EntryKind): z.ZodObject {
  const origin = kind === 'findings' ? findingSourceField : sourceField;
  return entitySchemas[kind].extend({ ...stampSchema.shape, ...origin }).meta({ id: kind });
}

/** Lets every field that may be left out be `null` as well; `readOnly` would be about the TypeScript type. */
function adapt({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  delete jsonSchema.readOnly;
  const { properties, required = [] } = jsonSchema;
  if (properties === undefined) return;
  for (const [field, schema] of Object.entries(properties)) {
    if (required.includes(field) || typeof schema === 'boolean') continue;
    properties[field] = { anyOf: [schema, { type: 'null' }] };
  }
}
