import { PageTitle } from '#web/ui/PageTitle.tsx';

export function ChangesPage() {
  return <PageTitle>Changes</PageTitle>;
}
