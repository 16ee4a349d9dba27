import { PageTitle } from '#web/ui/PageTitle.tsx';

export function FindingListPage() {
  return <PageTitle>Findings</PageTitle>;
}
