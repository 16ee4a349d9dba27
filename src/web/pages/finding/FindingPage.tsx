import { PageTitle } from '#web/ui/PageTitle.tsx';

export function FindingPage() {
  return <PageTitle>Finding</PageTitle>;
}
