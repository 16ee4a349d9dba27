import { useQuery } from '@tanstack/react-query';
import { messages, say } from '#language/say.ts';
import { endpointQuery } from '#web/api/request.ts';
import { Receipts, ReceiptsProvider } from '#web/features/acts/Receipts.tsx';
import { usePack } from '#web/pack/pack-context.ts';
import type { PolicyView } from '#web/pages/policy/draft.ts';
import { PolicyDesk } from '#web/pages/policy/PolicyDesk.tsx';
import { SettingsData } from '#web/pages/policy/SettingsData.tsx';
import { VersionsCard } from '#web/pages/policy/VersionsCard.tsx';
import { AsOfLink } from '#web/ui/AsOfLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PolicyLink } from '#web/ui/PolicyLink.tsx';
import { Empty, ErrorCard, Loading } from '#web/ui/states.tsx';
import { useViewDates } from '#web/url/use-address.ts';
import '#web/pages/policy/policy.css';
import { Said } from '#web/ui/Said.tsx';

/** What every flag is judged by, why each figure is what it is, and what changing it would do before it is saved. */
export function PolicyPage() {
  return usePack() === undefined ? <LivePolicy /> : <InPack />;
}

function LivePolicy() {
  const { asOf } = useViewDates();
  const policy = useQuery(endpointQuery('policyView', {}, { asOf }));
  if (policy.data === undefined) {
    return (
      <>
        <div className="page-head"><PageTitle>{say('Policy')}</PageTitle></div>
        {policy.error === null ? <Loading what={say('the policy')} /> : <ErrorCard what={say('The policy')} error={policy.error} retry={() => { void policy.refetch(); }} />}
      </>
    );
  }
  return (
    <ReceiptsProvider>
      <Head view={policy.data} />
      <div className="policy-page"><Receipts /></div>
      {asOf === undefined ? null : <ReadOnly view={policy.data} />}
      <PolicyDesk view={policy.data} readOnly={asOf !== undefined} reload={() => { void policy.refetch(); }} />
      <div className="grid policy-below">
        <VersionsCard view={policy.data} />
        <SettingsData view={policy.data} />
      </div>
    </ReceiptsProvider>
  );
}

const parts = [
  { id: 'clocks', ...messages({ name: 'Clocks' }) },
  { id: 'authority', ...messages({ name: 'Authority' }) },
  { id: 'information', ...messages({ name: 'Information' }) },
  { id: 'process', ...messages({ name: 'Process' }) },
  { id: 'board', ...messages({ name: 'Kept by the board' }) },
  { id: 'versions', ...messages({ name: 'Versions' }) },
  { id: 'flags', ...messages({ name: 'Flags by name' }) },
] as const;

/** A pack holds the picture of its day, which names the policy; the settings stay with the record. */
function InPack() {
  return (
    <>
      <div className="page-head"><PageTitle>{say('Policy')}</PageTitle></div>
      <Empty><Said message="The flags of this pack were judged by {policy}. Its settings stand in the record the pack was made from." values={{ policy: <PolicyLink /> }} /></Empty>
    </>
  );
}

function Head({ view }: { view: PolicyView }) {
  return (
    <div className="page-head">
      <PageTitle>{inForceWords(view)}</PageTitle>
      <p className="lede">{say('Every flag is judged by these values and names the version it was judged by. A new version counts from the day it is recorded; what was judged before stays as it was.')}</p>
      <nav aria-label={say('On this page')} className="policy-jump screen-only">
        <ul>{parts.map(({ id, name }) => <li key={id}><a href={`#${id}`}>{say(name)}</a></li>)}</ul>
      </nav>
    </div>
  );
}

function ReadOnly({ view }: { view: PolicyView }) {
  return (
    <p className="policy-note"><Said message="Read only: this is the policy as it was on {date}. Changes are recorded today, {date2}. <link>Go to today</link>" values={{ date: <DateText when={view.asOf} />, date2: <DateText when={view.today} />, link: (words) => <AsOfLink to={{ page: 'policy' }} asOf={undefined}>{words}</AsOfLink> }} /></p>
  );
}

/** `Policy 2 of 3 Mar 2026 is in force: 4 of 60 settings differ from the product default`. */
function inForceWords({ settings, inForce }: PolicyView): string {
  const own = settings.filter(({ valueWords, defaultWords }) => valueWords !== defaultWords).length;
  const words = inForce.words.charAt(0).toUpperCase() + inForce.words.slice(1);
  const many = inForce.revision === 0 ? 'yes' : 'no';
  return own === 0
    ? say('{words} {many, select, yes {are} other {is}} in force: every setting is the product default', { words, many })
    : say('{words} {many, select, yes {are} other {is}} in force: {own, number} of {settings, number} settings {own, plural, one {differs} other {differ}} from the product default', { words, many, own, settings: settings.length });
}
