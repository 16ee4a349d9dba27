import type { RecordView } from '#core/record/view.ts';
import { plainName, UniqueIndex } from '#importers/matching/plain-name.ts';
import { repositoryOf } from '#importers/matching/repository.ts';

/** Finds which service is meant by an id, a name or a repository. */
export class ServiceIndex {
  readonly #ids = new Map<string, string>();
  readonly #names = new UniqueIndex<string>();
  readonly #repositories = new Map<string, string[]>();

  constructor(view: Pick<RecordView, 'services'>) {
    for (const service of view.services.values()) {
      this.#ids.set(service.id.toLowerCase(), service.id);
      if (service.name !== undefined) this.#names.add(plainName(service.name), service.id);
      const repository = service.repository === undefined ? undefined : repositoryOf(service.repository);
      if (repository === undefined) continue;
      const sharing = this.#repositories.get(repository);
      if (sharing === undefined) this.#repositories.set(repository, [service.id]);
      else sharing.push(service.id);
    }
  }

  /** The one service of that id, name or repository. */
  match(text: string): string | undefined {
    const byName = this.#ids.get(text.trim().toLowerCase()) ?? this.#names.get(plainName(text));
    if (byName !== undefined) return byName;
    const [only, ...others] = this.inRepository(text);
    return others.length === 0 ? only : undefined;
  }

  /** Every service whose source lives in that repository. */
  inRepository(address: string): readonly string[] {
    const repository = repositoryOf(address);
    return repository === undefined ? [] : (this.#repositories.get(repository) ?? []);
  }
}
