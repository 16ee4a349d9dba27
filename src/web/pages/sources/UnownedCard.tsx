import { catalogOf, peopleFileOf, registerOf } from '#web/pages/sources/fixes.ts';
import { RowsTable } from '#web/pages/sources/RowsTable.tsx';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { viewOfFindings } from '#web/url/finding-filter.ts';

/** What nobody owns, in three lists, each with the one step that closes it. */
export function UnownedCard({ list: { unowned } }: { list: SourceList }) {
  const { services, findings, unresolved } = unowned;
  const nothing = services.length + findings.withoutRisk + unresolved.length === 0;
  return (
    <Card
      id="unowned" className="span-12"
      headline={nothing ? say('Everything on the record has an owner') : say('{services, plural, one {# service} other {# services}} without a team, {findings, plural, one {# finding} other {# findings}} without a risk, {names, plural, one {# name} other {# names}} the record does not hold', { services: services.length, findings: findings.withoutRisk, names: unresolved.length })}
      subtitle={nothing ? undefined : say('Each list comes as a file to fill in; importing it closes what it names')}
    >
      <div className="sources-unowned">
        <section aria-labelledby="unowned-services">
          <h3 id="unowned-services">{say('Services without a team')}</h3>
          {services.length === 0 ? <Empty>{say('Every service has an owning team on the record.')}</Empty> : <>
            <Fix file="owners.yaml" type="text/yaml" text={catalogOf(services.map(({ id }) => id))} what={say('write the team after each owner')} />
            <RowsTable first={6} data={{ caption: say('Services without a team'), file: 'services-without-a-team', columns: [{ label: say('Service') }, { label: say('Id') }], rows: services.map(({ id, name }) => [{ value: name }, { value: id, shown: <code>{id}</code> }]) }} />
          </>}
        </section>
        <section aria-labelledby="unowned-findings">
          <h3 id="unowned-findings">{say('Open findings without a risk')}</h3>
          {findings.withoutRisk === 0 ? <Empty>{say('All {count, number} open findings reach a risk.', { count: findings.open })}</Empty> : <>
            <p><Said message="<link>{without, number} of {open, number} open findings</link> reach no risk, so nobody decides about them. Map them from their list, or fill in the file." values={{ without: findings.withoutRisk, open: findings.open, link: (inner) => <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ reach: 'unmapped' })}>{inner}</PlaceLink> }} /></p>
            <Fix file="register.csv" type="text/csv" text={registerOf(findings.byService.map(({ service }) => service))} what={say('write what each risk is, its findings and its owner')} />
            <RowsTable first={6} data={{
              caption: say('Open findings without a risk, by service'), file: 'findings-without-a-risk', columns: [{ label: say('Service') }, { label: say('Without a risk'), numeric: true }, { label: say('All of it') }],
              rows: findings.byService.map(({ service, withoutRisk }) => [
                { value: service.name },
                { value: withoutRisk, shown: <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ serviceId: service.id, reach: 'unmapped' })} className="number" label={say('{count, plural, one {# open finding} other {# open findings}} without a risk: {of}', { count: withoutRisk, of: service.name })}>{say('{count, number}', { count: withoutRisk })}</PlaceLink> },
                { value: service.id, shown: <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ serviceId: service.id })} label={say('Open findings of {service}', { service: service.name })}>{say('Open findings')}</PlaceLink> },
              ]),
            }} />
          </>}
        </section>
        <section aria-labelledby="unowned-names">
          <h3 id="unowned-names">{say('Names the record does not hold')}</h3>
          {unresolved.length === 0 ? <Empty>{say('Everybody and every team that something points at is on the record.')}</Empty> : <>
            <Fix file="names.json" type="application/json" text={peopleFileOf(unresolved)} what={say('correct the names, and say who is a group')} />
            <RowsTable first={6} data={{
              caption: say('Names the record does not hold'), file: 'names-not-on-record', columns: [{ label: say('Name') }, { label: say('Kind') }, { label: say('Stands as') }, { label: say('Times'), numeric: true }],
              rows: unresolved.map(({ id, kind, example, pointers }) => [{ value: id, shown: <code>{id}</code> }, { value: kind === 'person' ? say('person') : say('team') }, { value: example }, { value: pointers }]),
            }} />
          </>}
        </section>
      </div>
    </Card>
  );
}

/** A file to fill in and the command that takes it: one step. */
function Fix({ file, type, text, what }: { file: string; type: string; text: string; what: string }) {
  return (
    <p className="sources-fix">
      <Said
        message="Take {file}, {what}, then: {command}"
        values={{ file: <a download={file} href={`data:${type};charset=utf-8,${encodeURIComponent(text)}`}>{file}</a>, what, command: <code>npm run whose-call -- import {file}</code> }}
      />
    </p>
  );
}
