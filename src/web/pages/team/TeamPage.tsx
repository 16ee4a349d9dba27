import { PageTitle } from '#web/ui/PageTitle.tsx';

export function TeamPage() {
  return <PageTitle>Team</PageTitle>;
}
