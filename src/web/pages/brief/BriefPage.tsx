import { PageTitle } from '#web/ui/PageTitle.tsx';

export function BriefPage() {
  return <PageTitle>Brief</PageTitle>;
}
