import { useState } from 'react';
import { say } from '#language/say.ts';
import { risksMatching, type PlaceFilter } from '#core/picture/filter.ts';
import type { Picture, ServiceRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { FindingsLink } from '#web/ui/FindingsLink.tsx';
import { servicesOf } from '#web/features/place/services.ts';
import { Card } from '#web/ui/Card.tsx';
import { None } from '#web/ui/None.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { FilterLink } from '#web/ui/PlaceLink.tsx';
import { ProcessLink } from '#web/ui/ProcessLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import '#web/features/place/place.css';

const FIRST = 25;

/** The services of a place and what the record holds about each. */
export function ServicesCard({ filter, where, className }: { filter: PlaceFilter; where: string; className: string }) {
  const picture = usePicture();
  const [all, setAll] = useState(false);
  const services = servicesOf(picture, filter);
  const drawn = all ? services : services.slice(0, FIRST);
  const coverage = coverageOf(picture, services);
  return (
    <Card
      className={className}
      headline={say('{count, plural, one {# service} other {# services}}', { count: services.length })}
      subtitle={services.length === 0 ? undefined : say('{withProcess, number} of {services, number} have a release process on the record; findings are on the record for {withFindings, number} of {services, number}', { withProcess: coverage.withProcess, services: services.length, withFindings: coverage.withFindings })}
    >
      {services.length === 0 ? <Empty>{say('No service is on the record for {where}.', { where })}</Empty> : (
        <table className="place-table place-table--stack">
          <caption className="visually-hidden">{say('Services, {where}', { where })}</caption>
          <thead>
            <tr>
              <th scope="col">{say('Service')}</th><th scope="col">{say('Owning team')}</th><th scope="col">{say('Release process')}</th>
              <th scope="col" className="numeric">{say('Open risks')}</th><th scope="col" className="numeric">{say('Open findings')}</th>
            </tr>
          </thead>
          <tbody>{drawn.map((service) => <Row key={service.id} service={service} />)}</tbody>
        </table>
      )}
      {drawn.length < services.length
        ? <button type="button" className="state__act" onClick={() => { setAll(true); }}>{say('Show the other {value, number} services', { value: services.length - drawn.length })}</button>
        : null}
    </Card>
  );
}

function Row({ service }: { service: ServiceRow }) {
  const picture = usePicture();
  const filter = { serviceId: service.id };
  const risks = risksMatching(picture, filter).length;
  return (
    <tr>
      <th scope="row">{service.name}</th>
      <td data-label={say('Owning team')}><TeamLink id={service.teamId} /></td>
      <td data-label={say('Release process')}><ProcessLink id={service.processId} /></td>
      <td data-label={say('Open risks')} className="numeric">{risks === 0 ? <None words={say('no open risk')} /> : <FilterLink filter={filter} label={say('{risks, number} open risks of {service}', { risks, service: service.name })}>{risks}</FilterLink>}</td>
      <td data-label={say('Open findings')} className="numeric"><FindingsLink filter={filter} of={service.name} none={<NotMeasured>{say('None on record')}</NotMeasured>} /></td>
    </tr>
  );
}

function coverageOf(picture: Picture, services: readonly ServiceRow[]): { withProcess: number; withFindings: number } {
  const found = new Set(picture.findingCells.filter((cell) => cell.count > 0).map((cell) => cell.serviceId));
  return {
    withProcess: services.filter((service) => service.processId !== null).length,
    withFindings: services.filter((service) => found.has(service.id)).length,
  };
}
