import { PageTitle } from '#web/ui/PageTitle.tsx';

export function PeoplePage() {
  return <PageTitle>People</PageTitle>;
}
