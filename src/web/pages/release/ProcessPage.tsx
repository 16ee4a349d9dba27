import { PageTitle } from '#web/ui/PageTitle.tsx';

export function ProcessPage() {
  return <PageTitle>Release process</PageTitle>;
}
