import { PageTitle } from '#web/ui/PageTitle.tsx';

export function ReleasePage() {
  return <PageTitle>Release path</PageTitle>;
}
