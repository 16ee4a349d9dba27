import { dayInWords } from '#core/time.ts';
import type { PackRecord } from '#core/pack/pack-record.ts';
import { say } from '#language/say.ts';
import { RequestProblem } from '#web/api/problem.ts';
import type { RecordSource } from '#web/api/request.ts';

/** Answers what a pack can answer from the picture in it, and says of everything else that it is not in the pack. */
export function packSource({ picture }: PackRecord): RecordSource {
  const day = dayInWords(picture.asOf);
  const isThisDay = (query: object): boolean =>
    [['asOf', picture.asOf], ['against', picture.against]].every(([name = '', held = '']) => {
      const asked: unknown = Reflect.get(query, name);
      return asked === undefined || asked === held.slice(0, 10);
    });
  return (name, query) => {
    if (!isThisDay(query)) return Promise.reject(notHere(say('This pack holds the record as of {day}, compared with {against}.', { day, against: dayInWords(picture.against) }), say('Another day is in the live record.')));
    switch (name) {
      case 'pictureView': return Promise.resolve(picture);
      default: return Promise.reject(notHere(say('A pack goes down to the risk and its evidence.'), say('What you ask for is in the live record.')));
    }
  };
}

function notHere(detail: string, remedy: string): RequestProblem {
  return new RequestProblem(404, { title: say('Not in this pack'), detail, remedy });
}
