import { PageTitle } from '#web/ui/PageTitle.tsx';

export function CellPage() {
  return <PageTitle>Team and release process</PageTitle>;
}
