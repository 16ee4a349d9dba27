import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { dayInWords } from '#core/time.ts';
import { messages, say } from '#language/say.ts';
import { awayWords, useAway } from '#web/api/away-context.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { endpointQuery, sendAct } from '#web/api/request.ts';
import { ActRefusal } from '#web/features/acts/ActRefusal.tsx';
import { useKeepReceipt } from '#web/features/acts/Receipts.tsx';
import { askedMapping, matchOf, riskNamed, type MapValues, type MapWay } from '#web/features/mapping/asked-mapping.ts';
import { MapPreview } from '#web/features/mapping/MapPreview.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import type { FindingListFilter } from '#web/url/finding-filter.ts';
import { useViewDates } from '#web/url/use-address.ts';
import '#web/features/acts/acts.css';
import '#web/features/mapping/mapping.css';

const ways = messages({
  derive: { words: 'Derived risks', what: 'One for each service and weakness family. The lead of the owning team is proposed as decision owner.' },
  rule: { words: 'A rule', what: 'Takes what it matches today and every later finding that it matches.' },
  link: { words: 'An existing risk', what: 'Takes these findings and no others; at most 1,000 at once.' },
});
const inOrder: readonly MapWay[] = ['derive', 'rule', 'link'];

/** Maps the findings of a list, or the ticked ones, after a preview with their number and names. */
export function MapPanel({ filter, total, ticked }: { filter: FindingListFilter; total: number; ticked: readonly string[] }) {
  const { asOf } = useViewDates();
  const away = useAway();
  return (
    <details className="map-panel" open={filter.reach === 'unmapped'}>
      <summary>{say('Map these findings to a risk')}</summary>
      {asOf !== undefined
        ? <p className="sub">{say('Off: the view is set to {day}, and findings are mapped today.', { day: dayInWords(asOf) })}</p>
        : away ? <p className="sub">{awayWords()}</p> : <MapForm filter={filter} total={total} ticked={ticked} />}
    </details>
  );
}

function MapForm({ filter, total, ticked }: { filter: FindingListFilter; total: number; ticked: readonly string[] }) {
  const { risks } = usePicture();
  const client = useQueryClient();
  const keep = useKeepReceipt();
  const [values, setValues] = useState<MapValues>({ way: 'derive', which: 'all', riskId: '', family: '', tool: '' });
  const [typed, setTyped] = useState('');
  const list = useQuery({ ...endpointQuery('mappingList', {}, {}), enabled: values.way === 'rule' });
  const ids = { risk: useId(), risks: useId(), family: useId(), tool: useId(), way: useId(), which: useId() };
  const which = ticked.length === 0 ? 'all' : values.which;
  const asked = askedMapping({ ...values, which }, filter, ticked);
  const preview = useMutation({ mutationFn: (mapping: NonNullable<typeof asked>) => sendAct('mappingPreview', {}, { mapping }) });
  const make = useMutation({
    mutationFn: (version: number) => asked === undefined ? Promise.reject(new Error(say('Nothing is chosen.'))) : sendAct('mappingMake', {}, { mapping: asked, recordVersion: version }),
    onSuccess: async (receipt) => {
      keep(receipt);
      preview.reset();
      await client.invalidateQueries();
    },
  });
  const change = (changed: Partial<MapValues>): void => {
    preview.reset();
    make.reset();
    setValues({ ...values, ...changed });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.reset();
    if (asked !== undefined) preview.mutate(asked);
  };
  const noCondition = values.way === 'rule' && Object.keys(matchOf(values, filter)).length === 0;
  return (
    <form className="act-panel map-form" onSubmit={submit} aria-label={say('Map these findings to a risk')}>
      <fieldset className="map-form__ways">
        <legend>{say('To what')}</legend>
        {inOrder.map((way) => (
          <div key={way} className="map-form__way">
            <label><input type="radio" name={ids.way} checked={values.way === way} aria-describedby={`${ids.way}-${way}`} onChange={() => { change({ way }); }} /> {say(ways[way].words)}</label>
            <span id={`${ids.way}-${way}`} className="sub">{say(ways[way].what)}</span>
          </div>
        ))}
      </fieldset>
      {values.way === 'rule' || ticked.length === 0 ? null : (
        <fieldset className="map-form__which">
          <legend>{say('Which')}</legend>
          <label><input type="radio" name={ids.which} checked={which === 'all'} onChange={() => { change({ which: 'all' }); }} /> {say('All {total, number} of the list', { total })}</label>
          <label><input type="radio" name={ids.which} checked={which === 'ticked'} onChange={() => { change({ which: 'ticked' }); }} /> {say('The {ticked, number} ticked', { ticked: ticked.length })}</label>
        </fieldset>
      )}
      {values.way === 'derive' ? null : (
        <p className="act-panel__field">
          <label htmlFor={ids.risk}>{say('Risk: type its name or id')}</label>
          <input id={ids.risk} list={ids.risks} required autoComplete="off" value={typed} onChange={(event) => { setTyped(event.target.value); change({ riskId: riskNamed(risks, event.target.value)?.id ?? '' }); }} />
          <datalist id={ids.risks}>{risks.map((risk) => <option key={risk.id} value={risk.id}>{risk.label}</option>)}</datalist>
          {typed === '' ? null : <span className="sub" role="status">{riskNamed(risks, typed)?.label ?? say('No open risk has this name or id.')}</span>}
        </p>
      )}
      {values.way !== 'rule' ? null : (
        <>
          <p className="act-panel__field">
            <label htmlFor={ids.family}>{say('Weakness family')}</label>
            <select id={ids.family} value={values.family} onChange={(event) => { change({ family: event.target.value }); }}>
              <option value="">{say('Any family')}</option>
              {(list.data?.families ?? []).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
          </p>
          <p className="act-panel__field">
            <label htmlFor={ids.tool}>{say('Found by')}</label>
            <select id={ids.tool} value={values.tool} onChange={(event) => { change({ tool: event.target.value }); }}>
              <option value="">{say('Any tool')}</option>
              {(list.data?.tools ?? []).map((tool) => <option key={tool} value={tool}>{tool}</option>)}
            </select>
          </p>
          <p className="sub">{noCondition ? say('A rule names a service, a team, a family or a tool: choose one, or narrow the list first.') : say('The service or team of the list is part of the rule; its other filters are not.')}</p>
        </>
      )}
      <div className="act-panel__acts">
        <button type="submit" className="act__button" disabled={asked === undefined || preview.isPending}>{preview.isPending ? say('Counting …') : say('Show what it would take')}</button>
        <PlaceLink to={{ page: 'mapping' }} view={{}}>{say('What maps findings today')}</PlaceLink>
      </div>
      {preview.error === null ? null : <ActRefusal error={preview.error} />}
      {preview.data === undefined ? null : <MapPreview preview={preview.data} pending={make.isPending} error={make.error} record={() => { make.mutate(preview.data.recordVersion); }} />}
    </form>
  );
}
