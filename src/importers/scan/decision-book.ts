import type { RecordView } from '#core/record/view.ts';
import type { When } from '#core/time.ts';

/** What the record holds about decisions that a scan carries. */
export class DecisionBook {
  readonly #view: Pick<RecordView, 'decisions' | 'risks'>;
  #riskByFinding: ReadonlyMap<string, string> | undefined;

  constructor(view: Pick<RecordView, 'decisions' | 'risks'>) {
    this.#view = view;
  }

  /**
   * The risk a decision about a finding belongs to: the open risk that links the finding, the smallest id where
   * several do; where none does, the id of the finding itself, which is a risk nobody has written down yet.
   */
  riskOf(findingId: string): string {
    return this.linkedRisk(findingId) ?? findingId;
  }

  /** The risk on the record that links a finding, an open one first. */
  linkedRisk(findingId: string): string | undefined {
    this.#riskByFinding ??= this.#links();
    return this.#riskByFinding.get(findingId);
  }

  /** When a decision with this id was made, as first recorded: a file without a date must not move it. */
  heldAt(decisionId: string): When | undefined {
    return this.#view.decisions.get(decisionId)?.at;
  }

  #links(): ReadonlyMap<string, string> {
    const links = new Map<string, string>();
    const risks = [...this.#view.risks.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const isOpen of [true, false]) {
      for (const risk of risks.filter(({ closedAt }) => (closedAt === undefined) === isOpen)) {
        for (const findingId of risk.findingIds ?? []) if (!links.has(findingId)) links.set(findingId, risk.id);
      }
    }
    return links;
  }
}
