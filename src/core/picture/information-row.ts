import { say } from '#language/say.ts';
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
  if (material.length === 0) return say('No evidence that has to be seen is on the record.');
  switch (deciding.state) {
    case 'person': {
      const name = personName(view, deciding.personId);
      const all = say('{material, plural, one {# piece} other {# pieces}}', { material: material.length });
      if (unseen.length === 0) return say('The evidence ({all}) has reached {name}.', { all, name });
      if (unseen.length === material.length) return say('The evidence ({all}) has not reached {name}.', { all, name });
      return say('{unseen, number} of {material, plural, one {# piece} other {# pieces}} of evidence {unseen, plural, one {has} other {have}} not reached {name}.', { unseen: unseen.length, material: material.length, name });
    }
    case 'nobody':
      return say('The evidence ({material, plural, one {# piece} other {# pieces}}) has nobody to reach.', { material: material.length });
    case 'cannot-tell':
      return say('Whom the evidence reached cannot be told: the record holds nobody under the id {unknownId}.', { unknownId: deciding.unknownId });
  }
}
