import { PageTitle } from '#web/ui/PageTitle.tsx';

export function PersonPage() {
  return <PageTitle>Person</PageTitle>;
}
