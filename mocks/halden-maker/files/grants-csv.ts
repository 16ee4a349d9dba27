import { grantExports, grants, type GrantSpec } from '#mocks/halden-maker/company/grants.ts';
import { ROOT } from '#core/record/entities.ts';
import { nameOf } from '#mocks/halden-maker/company/organisation.ts';
import { csvText, type FileSet } from '#mocks/halden-maker/files/file-set.ts';

const HEADER = [
  'Grant ID', 'Holder', 'Given by', 'From', 'To', 'Accepted on', 'Withdrawn on', 'May pass on',
  'Limit of one loss (USD)', 'Teams', 'Decision kinds', 'Intent',
];

/** One file of every grant known on each export day: what a company secretary sends round. */
export function grantFiles(): FileSet {
  return new Map(
    grantExports.map((day) => [
      `grants/authority-${day}.csv`,
      csvText(HEADER, grants.filter((grant) => grant.exportedAt <= day).map((grant) => rowOf(grant, day))),
    ]),
  );
}

function rowOf(grant: GrantSpec, day: string): readonly (string | number | undefined)[] {
  return [
    grant.id, nameOf(grant.granteeId), grant.grantorId === ROOT ? 'Board' : nameOf(grant.grantorId), grant.from, grant.to,
    grant.acceptedAt === null ? 'not accepted' : grant.acceptedAt,
    grant.revokedAt !== undefined && grant.revokedAt <= day ? grant.revokedAt : undefined,
    grant.delegable === true ? 'yes' : 'no',
    grant.maxExposure, grant.scope?.teams?.join('; '), grant.scope?.kinds?.join('; '), grant.intent,
  ];
}
