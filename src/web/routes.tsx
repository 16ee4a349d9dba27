import type { RouteObject } from 'react-router';
import { BriefPage } from '#web/pages/brief/BriefPage.tsx';
import { FrameLoading } from '#web/ui/FrameLoading.tsx';
import { PageFrame } from '#web/ui/PageFrame.tsx';
import { RouteTrouble } from '#web/ui/RouteTrouble.tsx';
import { SheetLoading } from '#web/ui/states.tsx';

type Page = Pick<RouteObject, 'lazy'>;

const risk: Page = { lazy: async () => ({ Component: (await import('#web/pages/risk/RiskPage.tsx')).RiskPage }) };
const finding: Page = { lazy: async () => ({ Component: (await import('#web/pages/finding/FindingPage.tsx')).FindingPage }) };

/** Every place that holds risks, and the findings of a risk below it. */
function risksUnder(home: string): RouteObject[] {
  return [
    { path: `${home}/risks/:risk`, ...risk },
    { path: `${home}/risks/:risk/findings/:finding`, ...finding },
  ];
}

/** The whole map, readable from top to bottom. The paths themselves are written in `paths.ts`. */
export const routes: RouteObject[] = [
  {
    path: '/print/:quarter',
    errorElement: <RouteTrouble />,
    hydrateFallbackElement: <SheetLoading />,
    lazy: async () => ({ Component: (await import('#web/pages/print/PrintPage.tsx')).PrintPage }),
  },
  {
    path: '/present/:quarter/:step',
    errorElement: <RouteTrouble />,
    hydrateFallbackElement: <SheetLoading />,
    lazy: async () => ({ Component: (await import('#web/pages/present/PresentPage.tsx')).PresentPage }),
  },
  {
    path: '/',
    element: <PageFrame />,
    errorElement: <RouteTrouble />,
    hydrateFallbackElement: <FrameLoading />,
    children: [
      { index: true, element: <BriefPage /> },
      { path: 'brief', element: <BriefPage /> },
      { path: 'brief/:quarter', lazy: async () => ({ Component: (await import('#web/url/OtherNames.tsx')).BriefOfQuarter }) },
      ...risksUnder(''),

      { path: 'teams', lazy: async () => ({ Component: (await import('#web/pages/team/TeamsPage.tsx')).TeamsPage }) },
      { path: 'teams/:team', lazy: async () => ({ Component: (await import('#web/pages/team/TeamPage.tsx')).TeamPage }) },
      ...risksUnder('teams/:team'),
      { path: 'teams/:team/findings/:finding', ...finding },
      { path: 'teams/:team/process/:process', lazy: async () => ({ Component: (await import('#web/pages/cell/CellPage.tsx')).CellPage }) },
      ...risksUnder('teams/:team/process/:process'),
      { path: 'teams/:team/stage/:stage', lazy: async () => ({ Component: (await import('#web/url/OtherNames.tsx')).StageOfTeam }) },
      { path: 'teams/:team/process/:process/findings/:finding', ...finding },

      { path: 'release', lazy: async () => ({ Component: (await import('#web/pages/release/ReleasePage.tsx')).ReleasePage }) },
      { path: 'release/:process', lazy: async () => ({ Component: (await import('#web/pages/release/ProcessPage.tsx')).ProcessPage }) },
      ...risksUnder('release/:process'),
      { path: 'release/:process/findings/:finding', ...finding },
      { path: 'release/:process/stage/:stage', lazy: async () => ({ Component: (await import('#web/pages/release/StagePage.tsx')).StagePage }) },
      { path: 'release/:process/stage/:stage/findings/:finding', ...finding },

      { path: 'ownership', lazy: async () => ({ Component: (await import('#web/pages/ownership/OwnershipPage.tsx')).OwnershipPage }) },
      { path: 'ownership/:person', lazy: async () => ({ Component: (await import('#web/url/OtherNames.tsx')).OwnershipOfPerson }) },
      ...risksUnder('ownership'),

      { path: 'people', lazy: async () => ({ Component: (await import('#web/pages/person/PeoplePage.tsx')).PeoplePage }) },
      { path: 'people/:person', lazy: async () => ({ Component: (await import('#web/pages/person/PersonPage.tsx')).PersonPage }) },
      ...risksUnder('people/:person'),

      { path: 'knew', lazy: async () => ({ Component: (await import('#web/pages/knew/KnewPage.tsx')).KnewPage }) },
      { path: 'knew/:risk', lazy: async () => ({ Component: (await import('#web/url/OtherNames.tsx')).WhoKnewOfRisk }) },
      ...risksUnder('knew'),
      { path: 'changes', lazy: async () => ({ Component: (await import('#web/pages/changes/ChangesPage.tsx')).ChangesPage }) },
      ...risksUnder('changes'),
      { path: 'compare', lazy: async () => ({ Component: (await import('#web/pages/compare/ComparePage.tsx')).ComparePage }) },
      ...risksUnder('compare'),

      { path: 'exposure', lazy: async () => ({ Component: (await import('#web/pages/exposure/ExposurePage.tsx')).ExposurePage }) },
      ...risksUnder('exposure'),
      { path: 'findings', lazy: async () => ({ Component: (await import('#web/pages/findings/FindingListPage.tsx')).FindingListPage }) },
      { path: 'findings/:finding', ...finding },
      { path: 'conditions', lazy: async () => ({ Component: (await import('#web/pages/conditions/ConditionsPage.tsx')).ConditionsPage }) },
      ...risksUnder('conditions'),

      { path: 'evidence', lazy: async () => ({ Component: (await import('#web/pages/evidence/EvidencePage.tsx')).EvidencePage }) },
      { path: 'evidence/:claim', lazy: async () => ({ Component: (await import('#web/pages/evidence/ClaimPage.tsx')).ClaimPage }) },
      ...risksUnder('evidence'),
      { path: 'ledger', lazy: async () => ({ Component: (await import('#web/pages/ledger/LedgerPage.tsx')).LedgerPage }) },
      { path: 'ledger/:pack', lazy: async () => ({ Component: (await import('#web/pages/ledger/PackPage.tsx')).PackPage }) },
      ...risksUnder('ledger/:pack'),
      { path: 'next', lazy: async () => ({ Component: (await import('#web/pages/next/NextPage.tsx')).NextPage }) },
      { path: 'next/:scenario', lazy: async () => ({ Component: (await import('#web/pages/next/ScenarioPage.tsx')).ScenarioPage }) },
      ...risksUnder('next'),
      { path: 'decisions', lazy: async () => ({ Component: (await import('#web/pages/decisions/DecisionsPage.tsx')).DecisionsPage }) },
      { path: 'decisions/:decision', lazy: async () => ({ Component: (await import('#web/pages/decisions/DecisionPage.tsx')).DecisionPage }) },
      ...risksUnder('decisions'),

      { path: 'search', lazy: async () => ({ Component: (await import('#web/pages/search/SearchPage.tsx')).SearchPage }) },
      { path: 'translate', lazy: async () => ({ Component: (await import('#web/pages/translate/TranslatePage.tsx')).TranslatePage }) },
      { path: 'coverage', lazy: async () => ({ Component: (await import('#web/pages/record-coverage/CoveragePage.tsx')).CoveragePage }) },
      { path: 'sources', lazy: async () => ({ Component: (await import('#web/pages/sources/SourcesPage.tsx')).SourcesPage }) },
      { path: 'measure', lazy: async () => ({ Component: (await import('#web/pages/measure/MeasurePage.tsx')).MeasurePage }) },
      { path: 'mapping', lazy: async () => ({ Component: (await import('#web/pages/mapping/MappingPage.tsx')).MappingPage }) },
      { path: 'policy', lazy: async () => ({ Component: (await import('#web/pages/policy/PolicyPage.tsx')).PolicyPage }) },
      { path: 'replay', lazy: async () => ({ Component: (await import('#web/pages/replay/ReplaysPage.tsx')).ReplaysPage }) },
      { path: 'replay/:case', lazy: async () => ({ Component: (await import('#web/pages/replay/ReplayPage.tsx')).ReplayPage }) },
      { path: '*', lazy: async () => ({ Component: (await import('#web/pages/not-found/NotFoundPage.tsx')).NotFoundPage }) },
    ],
  },
];
