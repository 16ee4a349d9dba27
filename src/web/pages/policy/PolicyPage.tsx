import { useQuery } from '@tanstack/react-query';
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
        <div className="page-head"><PageTitle>Policy</PageTitle></div>
        {policy.error === null ? <Loading what="the policy" /> : <ErrorCard what="The policy" error={policy.error} retry={() => { void policy.refetch(); }} />}
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
  ['clocks', 'Clocks'], ['authority', 'Authority'], ['information', 'Information'], ['process', 'Process'], ['board', 'Kept by the board'],
  ['versions', 'Versions'], ['flags', 'Flags by name'],
] as const;

/** A pack holds the picture of its day, which names the policy; the settings stay with the record. */
function InPack() {
  return (
    <>
      <div className="page-head"><PageTitle>Policy</PageTitle></div>
      <Empty>The flags of this pack were judged by <PolicyLink />. Its settings stand in the record the pack was made from.</Empty>
    </>
  );
}

function Head({ view }: { view: PolicyView }) {
  const { settings, inForce } = view;
  const own = settings.filter(({ valueWords, defaultWords }) => valueWords !== defaultWords).length;
  const words = inForce.words.charAt(0).toUpperCase() + inForce.words.slice(1);
  return (
    <div className="page-head">
      <PageTitle>{words} {inForce.words.startsWith('the product defaults') ? 'are' : 'is'} in force: {own === 0 ? 'every setting is the product default' : `${own} of ${settings.length} settings ${own === 1 ? 'differs' : 'differ'} from the product default`}</PageTitle>
      <p className="lede">Every flag is judged by these values and names the version it was judged by. A new version counts from the day it is recorded; what was judged before stays as it was.</p>
      <nav aria-label="On this page" className="policy-jump screen-only">
        <ul>{parts.map(([id, name]) => <li key={id}><a href={`#${id}`}>{name}</a></li>)}</ul>
      </nav>
    </div>
  );
}

function ReadOnly({ view }: { view: PolicyView }) {
  return (
    <p className="policy-note">
      Read only: this is the policy as it was on <DateText when={view.asOf} />. Changes are recorded today, <DateText when={view.today} />.{' '}
      <AsOfLink to={{ page: 'policy' }} asOf={undefined}>Go to today</AsOfLink>
    </p>
  );
}
