import { counted } from '#core/flags/wording.ts';
import type { InformationVerdict } from '#core/information/information-of.ts';
import { personName } from '#core/record/names.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { RecordView } from '#core/record/view.ts';
import type { InformationRow } from '#core/picture/picture.ts';

/** What has reached the person who decides, out of what the organisation knows. */
export function informationRow(index: RecordIndex, information: InformationVerdict): InformationRow {
  const { state, deciding, unseen, material } = information;
  return {
    state: state === 'nobody' ? 'nobody-named' : state,
    unseen: unseen.length,
    material: material.length,
    personId: deciding.state === 'person' ? deciding.personId : null,
    sentence: sentenceOf(index.view, information),
  };
}

function sentenceOf(view: RecordView, { deciding, unseen, material }: InformationVerdict): string {
  if (material.length === 0) return 'No evidence that has to be seen is on the record.';
  switch (deciding.state) {
    case 'person': {
      const name = personName(view, deciding.personId);
      const all = counted(material.length, 'piece');
      if (unseen.length === 0) return `The evidence (${all}) has reached ${name}.`;
      if (unseen.length === material.length) return `The evidence (${all}) has not reached ${name}.`;
      return `${unseen.length} of ${counted(material.length, 'piece')} of evidence ${unseen.length === 1 ? 'has' : 'have'} not reached ${name}.`;
    }
    case 'nobody':
      return `The evidence (${counted(material.length, 'piece')}) has nobody to reach.`;
    case 'cannot-tell':
      return `Whom the evidence reached cannot be told: the record holds nobody under the id ${deciding.unknownId}.`;
  }
}
