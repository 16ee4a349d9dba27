import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { workspaceJsonSchemaText } from '#importers/workspace/json-schema.ts';

/** Writes the published JSON Schema again: `node test/support/write-workspace-schema.ts` after a change to the format. */
writeFileSync(resolve(import.meta.dirname, '../../public/whose-call-1.schema.json'), workspaceJsonSchemaText());
