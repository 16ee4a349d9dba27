import { describe, expect, test } from 'vitest';
import { clockOf, isExposed, urgencyOf } from '#core/flags/urgency.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

function urgencyWith(...changes: readonly string[]) {
  const index = indexOn(TODAY, 'risk r urgency=- findingIds=[f]', 'finding f serviceId=shop at=2026-06-25 severity=high', ...changes);
  const risk = index.view.risks.get('r');
  if (risk === undefined) throw new Error('there is no risk r');
  return { urgency: urgencyOf(index, risk), clock: clockOf(index, risk), exposed: isExposed(index, risk) };
}

describe(urgencyOf, () => {
  test.each([
    ['reachable, total control, exploited', 'finding f exploited=true totalControl=true', 'U3'],
    ['reachable, total control, automatable', 'finding f automatable=true totalControl=true', 'U3'],
    ['reachable, total control alone', 'finding f totalControl=true', 'U60'],
    ['unknown reach counts as reachable', 'finding f exploited=true totalControl=true\nservice shop exposure=unknown', 'U3'],
    ['a service the record does not hold', 'finding f serviceId=ghost exploited=true totalControl=true', 'U3'],
    ['partner counts as reachable', 'finding f exploited=true totalControl=true\nservice shop exposure=partner', 'U3'],
    ['internal, exploited with total control', 'finding f exploited=true totalControl=true\nservice shop exposure=internal', 'U14'],
    ['internal, automatable with total control', 'finding f automatable=true totalControl=true\nservice shop exposure=internal', 'U60'],
    ['reachable and exploited', 'finding f exploited=true totalControl=false', 'U14'],
    ['reachable and exploited, control unknown', 'finding f exploited=true', 'U14'],
    ['reachable and automatable', 'finding f automatable=true', 'U14'],
    ['internal and exploited', 'finding f exploited=true totalControl=false\nservice shop exposure=internal', 'U60'],
    ['internal, known neither', 'finding f exploited=false automatable=false\nservice shop exposure=internal', 'U180'],
    ['internal, one of them not known', 'finding f exploited=false\nservice shop exposure=internal', 'U60'],
    ['internal, the other not known', 'finding f automatable=false\nservice shop exposure=internal', 'U60'],
    ['reachable, known neither', 'finding f exploited=false automatable=false', 'U60'],
    ['nothing known', '', 'U60'],
    ['a finding the record does not hold', 'no finding f', 'U60'],
    ['no findings', 'risk r findingIds=[]', 'U180'],
    ['no list of findings', 'risk r findingIds=-', 'U180'],
    ['its own urgency', 'risk r urgency=U14', 'U14'],
    ['the most urgent of two', 'risk r findingIds=[f,g]\nfinding g serviceId=shop at=2026-06-25 severity=low exploited=true', 'U14'],
    ['a fixed finding asks for nothing', 'risk r findingIds=[f,g]\nfinding g serviceId=shop at=2026-06-25 severity=low exploited=true fixedAt=2026-06-30', 'U60'],
    ['fixed tomorrow', 'risk r findingIds=[f,g]\nfinding g serviceId=shop at=2026-06-25 severity=low exploited=true fixedAt=2026-07-01', 'U14'],
  ])('%s', (_, change, urgency) => {
    expect(urgencyWith(change).urgency).toBe(urgency);
  });

  test.each([['U3', 3], ['U14', 14], ['U60', 60], ['U180', 180]])('%s gives %d days', (urgency, days) => {
    expect(urgencyWith(`risk r urgency=${urgency}`).clock).toBe(days);
  });

  test('a policy sets its own days, and only the ones it names', () => {
    expect(urgencyWith('risk r urgency=U3', 'policy policy clock={"U3":2}').clock).toBe(2);
    expect(urgencyWith('risk r urgency=U14', 'policy policy clock={"U3":2}').clock).toBe(14);
  });

  test('a risk is exposed unless every service of it is known to be internal', () => {
    expect(urgencyWith().exposed).toBe(true);
    expect(urgencyWith('service shop exposure=internal').exposed).toBe(false);
    expect(urgencyWith('risk r serviceIds=[]').exposed).toBe(true);
  });
});
