import type { ImportContext } from '#importers/importer.ts';
import type { ServiceIndex } from '#importers/matching/services.ts';
import { serviceOf, type ServiceChoice } from '#importers/scan/scanned-service.ts';
import type { Subject } from '#importers/scan/sighting.ts';

type UnknownService = Extract<ServiceChoice, { type: 'unknown' }>;

/** Puts the rows of a report on services; each thing a report says of its subject is looked up once. */
export class ServicePlacing {
  readonly #context: ImportContext;
  readonly #services: ServiceIndex;
  readonly #whole: Subject;
  readonly #choices = new Map<string, ServiceChoice>();
  readonly #faults = new Map<UnknownService['fault'], number>();
  #placed = 0;

  constructor(context: ImportContext, services: ServiceIndex, whole: Subject) {
    this.#context = context;
    this.#services = services;
    this.#whole = whole;
  }

  /** The service a row is about; the one of the whole report where the row does not say. */
  serviceOf(about: Subject | undefined): ServiceChoice {
    const { repositories, names } = about ?? this.#whole;
    const key = JSON.stringify([repositories, names]);
    const choice = this.#choices.get(key) ?? serviceOf(this.#context, this.#services, repositories, names);
    this.#choices.set(key, choice);
    if (choice.type === 'service') this.#placed += 1;
    else this.#faults.set(choice.fault, (this.#faults.get(choice.fault) ?? 0) + 1);
    return choice;
  }

  /** The services rows were put on, and that of the whole report. */
  services(): readonly string[] {
    const { repositories, names } = this.#whole;
    const choices = [...this.#choices.values(), serviceOf(this.#context, this.#services, repositories, names)];
    return [...new Set(choices.flatMap((choice) => (choice.type === 'service' ? [choice.id] : [])))];
  }

  /** What was wrong where not one row could be placed. */
  onlyFault(): UnknownService['fault'] | undefined {
    const [fault] = this.#faults.keys();
    return this.#placed === 0 ? fault : undefined;
  }

  faults(): readonly { fault: UnknownService['fault']; rows: number }[] {
    return [...this.#faults].map(([fault, rows]) => ({ fault, rows }));
  }
}
