import { PageTitle } from '#web/ui/PageTitle.tsx';

export function TeamsPage() {
  return <PageTitle>Teams</PageTitle>;
}
