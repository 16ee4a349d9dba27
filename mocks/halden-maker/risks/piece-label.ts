import { teamOf } from '#mocks/halden-maker/company/organisation.ts';
import { serviceOf } from '#mocks/halden-maker/company/services.ts';
import { streamOf } from '#mocks/halden-maker/random.ts';

/** A plain title for the first piece of evidence about a risk. */
export function pieceLabel(
  risk: { label: string; serviceIds: readonly string[]; defectClass: string | undefined },
  kind: string,
  teamId: string,
): string {
  const service = serviceOf(risk.serviceIds[0] ?? '').title;
  const team = teamOf(teamId).name;
  const defect = risk.defectClass === undefined ? '' : ` (${risk.defectClass})`;
  const choices: Readonly<Record<string, readonly string[]>> = {
    scan: [`Scan of ${service} reports it${defect}`, `${team} sees it in the scan of ${service}${defect}`],
    test: [`${team} reproduced it on ${service}${defect}`, `Test on ${service} confirms it${defect}`],
    assessment: [`${team} describes it in the review of ${service}`, `Design of ${service} allows it${defect}`],
    audit: [`Audit sample of ${service} holds three cases`, `Audit of ${service} writes it down`],
    attestation: [`Vendor confirms it for ${service}`, `Answer of the vendor about ${service}`],
  };
  return streamOf('label', risk.label).pick(choices[kind] ?? [`Note about ${service}`]);
}
