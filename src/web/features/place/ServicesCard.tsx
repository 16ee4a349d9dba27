import { useState } from 'react';
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
      headline={`${services.length} ${services.length === 1 ? 'service' : 'services'}`}
      subtitle={services.length === 0 ? undefined : `${coverage.withProcess} of ${services.length} have a release process on the record; findings are on the record for ${coverage.withFindings} of ${services.length}`}
    >
      {services.length === 0 ? <Empty>No service is on the record for {where}.</Empty> : (
        <table className="place-table place-table--stack">
          <caption className="visually-hidden">Services, {where}</caption>
          <thead>
            <tr>
              <th scope="col">Service</th><th scope="col">Owning team</th><th scope="col">Release process</th>
              <th scope="col" className="numeric">Open risks</th><th scope="col" className="numeric">Open findings</th>
            </tr>
          </thead>
          <tbody>{drawn.map((service) => <Row key={service.id} service={service} />)}</tbody>
        </table>
      )}
      {drawn.length < services.length
        ? <button type="button" className="state__act" onClick={() => { setAll(true); }}>Show the other {services.length - drawn.length} services</button>
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
      <td data-label="Owning team"><TeamLink id={service.teamId} /></td>
      <td data-label="Release process"><ProcessLink id={service.processId} /></td>
      <td data-label="Open risks" className="numeric">{risks === 0 ? <None words="no open risk" /> : <FilterLink filter={filter} label={`${risks} open risks of ${service.name}`}>{risks}</FilterLink>}</td>
      <td data-label="Open findings" className="numeric"><FindingsLink filter={filter} of={service.name} none={<NotMeasured>None on record</NotMeasured>} /></td>
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
