import { PageTitle } from '#web/ui/PageTitle.tsx';

export function KnewPage() {
  return <PageTitle>Who knew</PageTitle>;
}
